package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.course.Exercise;

class FileMismatchTest {

  private Exercise exercise;

  @BeforeEach
  void set_up(@TempDir Path folder) {
    exercise = FixtureCourse.in(folder).exercise("01-1");
  }

  @Test
  void a_file_with_the_right_names_has_no_mismatch_whatever_else_is_wrong() {
    assertThat(
            FileMismatch.of(exercise, "// mine\npackage workshop.kitchen;\nclass Adder { int a( }"))
        .isEmpty();
    assertThat(
            FileMismatch.of(exercise, "package workshop.kitchen;\nenum Kind {}\nrecord Adder() {}"))
        .isEmpty();
  }

  @Test
  void an_empty_file_leads_to_reset() {
    assertThat(message("")).contains("no code in this file", "./workshop reset 01-1");
    assertThat(message("\n/* package workshop.kitchen;\n class Adder {} */\n// nothing"))
        .contains("no code in this file");
  }

  @Test
  void a_missing_or_wrong_package_is_reported_with_the_line_to_write() {
    assertThat(message("public class Adder {}"))
        .isEqualTo("The file must begin with the line \"package workshop.kitchen;\".");
    assertThat(message("package workshop.cellar;\npublic class Adder {}"))
        .isEqualTo(
            "The file is in the package workshop.cellar. It must begin with \"package"
                + " workshop.kitchen;\".");
  }

  @Test
  void a_renamed_class_is_reported_with_both_names_and_its_line() {
    CompileError problem =
        FileMismatch.of(exercise, "package workshop.kitchen;\n/*\n*/\npublic class Summer {}")
            .orElseThrow();

    assertThat(problem.message())
        .isEqualTo("The class is called Summer. The tests look for Adder.");
    assertThat(problem.line()).isEqualTo(4);
    assertThat(message("package workshop.kitchen;\nimport java.util.List;"))
        .contains("no class", "Adder");
  }

  private String message(String text) {
    return FileMismatch.of(exercise, text).orElseThrow().message();
  }
}
