package workshop.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;

class CatalogReaderTest {

  private FixtureCourse course;

  @BeforeEach
  void set_up(@TempDir Path folder) {
    course = FixtureCourse.in(folder);
  }

  @Test
  void exercises_are_read_in_order_with_their_files() {
    assertThat(course.catalog().exercises())
        .extracting(e -> e.id().toString())
        .containsExactly("01-0", "01-1", "01-2", "02-1");
    Exercise greeter = course.exercise("02-1");
    assertThat(greeter.file()).isEqualTo("02-cellar/src/main/java/workshop/cellar/Greeter.java");
    assertThat(greeter.suiteClass()).isEqualTo("workshop.cellar.GreeterTest");
    assertThat(greeter.suiteFile())
        .isEqualTo("02-cellar/src/test/java/workshop/cellar/GreeterTest.java");
    assertThat(greeter.solution())
        .isEqualTo("solutions/02-cellar/src/main/java/workshop/cellar/Greeter.java");
  }

  @Test
  void a_learners_half_written_file_does_not_matter() {
    course.write(course.exercise("01-1").file(), "package");

    assertThat(course.exercise("01-1").packageName()).isEqualTo("workshop.kitchen");
  }

  @Test
  void a_broken_page_is_named_in_one_sentence() {
    course.write("01-kitchen/exercises/01-2.md", "no front matter");

    assertTrouble("01-kitchen/exercises/01-2.md must start with front matter");
  }

  @Test
  void a_missing_starter_is_named() throws IOException {
    Files.delete(course.root().resolve("02-cellar/starters/Greeter.java"));

    assertTrouble("02-cellar/starters/Greeter.java is missing");
  }

  @Test
  void a_folder_without_exercises_is_not_a_workshop(@TempDir Path empty) {
    assertThatThrownBy(() -> CatalogReader.read(new Checkout(empty)))
        .isInstanceOf(WorkshopException.class)
        .hasMessageContaining("There are no exercises in " + empty);
  }

  private void assertTrouble(String says) {
    assertThatThrownBy(() -> CatalogReader.read(course.checkout()))
        .isInstanceOf(WorkshopException.class)
        .hasMessageContaining(says);
  }
}
