package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.runner.FixtureCourse;
import workshop.runner.course.Exercise;

/** A suite is compiled again only if it has to be. */
@Execution(ExecutionMode.CONCURRENT)
class ExerciseCompilerTest {

  private FixtureCourse course;
  private WorkFolders folders;
  private ExerciseCompiler compiler;

  @BeforeEach
  void set_up(@TempDir Path folder) throws IOException {
    course = FixtureCourse.in(folder);
    folders = new WorkFolders(course.checkout());
    compiler = new ExerciseCompiler(course.checkout(), FixtureCourse.build(), folders);
  }

  @AfterEach
  void clean_up() throws IOException {
    compiler.close();
    folders.close();
  }

  @Test
  void the_compiled_suite_is_reused_for_an_answer_with_the_same_api() throws IOException {
    ExerciseCompiler.Compiled first = next("int add(int a, int b) { return 0; }");
    ExerciseCompiler.Compiled second = next("int add(int a, int b) { return a + b; }");

    assertThat(first.errors()).isEmpty();
    assertThat(second.errors()).isEmpty();
    assertThat(second.classes().getLast()).isEqualTo(first.classes().getLast());
    assertThat(second.classes().getFirst()).isNotEqualTo(first.classes().getFirst());
    assertThat(compiler.keeps(first)).isTrue();
    assertThat(compiler.keeps(second)).isFalse();
  }

  @Test
  void an_answer_that_the_suite_cannot_call_is_reported_in_the_suites_words_as_well()
      throws IOException {
    next("int add(int a, int b) { return 0; }");

    assertThat(next("int sum(int a, int b) { return 0; }").errors())
        .anyMatch(error -> error.message().contains("add"));
    assertThat(next("int add(int a, int b) { return 0 }").errors())
        .anyMatch(error -> error.message().contains("';' expected"));
    assertThat(next("int add(int a, int b) { return 0; }").errors()).isEmpty();
  }

  @Test
  void an_answer_with_another_api_gets_a_newly_compiled_suite() throws IOException {
    ExerciseCompiler.Compiled first = next("int add(int a, int b) { return 0; }");
    ExerciseCompiler.Compiled second = next("long add(long a, long b) { return 0; }");

    assertThat(second.errors()).isEmpty();
    assertThat(second.classes()).doesNotContainAnyElementsOf(first.classes());
    assertThat(first.folder()).doesNotExist();
  }

  @Test
  void a_suite_that_has_changed_is_compiled_again() throws IOException {
    Exercise exercise = course.exercise("01-1");
    ExerciseCompiler.Compiled first = next("int add(int a, int b) { return 0; }");
    course.write(exercise.suiteFile(), course.read(exercise.suiteFile()) + "// changed\n");
    ExerciseCompiler.Compiled second = next("int add(int a, int b) { return 1; }");

    assertThat(second.classes()).doesNotContainAnyElementsOf(first.classes());
  }

  @Test
  void the_suite_is_compiled_again_when_another_source_has_changed() throws IOException {
    ExerciseCompiler.Compiled first = next("int add(int a, int b) { return 0; }");
    String other = course.exercise("01-2").file();
    course.write(other, course.read(other) + "// changed\n");
    ExerciseCompiler.Compiled second = next("int add(int a, int b) { return 1; }");

    assertThat(second.classes()).doesNotContainAnyElementsOf(first.classes());
  }

  @Test
  void the_sources_that_an_answer_uses_are_compiled_with_it() throws IOException {
    course.solve("01-1");
    Exercise doubler = course.exercise("01-2");

    ExerciseCompiler.Compiled compiled =
        compiler.compileNext(
            Submission.ofDraft(doubler, course.checkout().text(doubler.solution())));

    assertThat(Files.exists(compiled.classes().getFirst().resolve("workshop/kitchen/Adder.class")))
        .isTrue();
  }

  private ExerciseCompiler.Compiled next(String method) throws IOException {
    String text = "package workshop.kitchen;\n\npublic class Adder {\n  public " + method + "\n}\n";
    return compiler.compileNext(Submission.ofDraft(course.exercise("01-1"), text));
  }
}
