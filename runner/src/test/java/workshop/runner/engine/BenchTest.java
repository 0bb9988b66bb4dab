package workshop.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.core.Exercise;
import workshop.runner.port.Tests.Subject;

/** A suite is compiled again only if it has to be. */
class BenchTest {

  private FixtureCourse course;
  private WorkFolders folders;
  private Bench bench;

  @BeforeEach
  void set_out(@TempDir Path folder) throws IOException {
    course = FixtureCourse.in(folder);
    folders = new WorkFolders(course.checkout());
    bench = new Bench(course.checkout(), FixtureCourse.equipment(), folders);
  }

  @AfterEach
  void clear_away() throws IOException {
    bench.close();
    folders.close();
  }

  @Test
  void the_next_answer_of_the_same_surface_gets_the_suite_of_the_one_before() throws IOException {
    Bench.Compiled first = next("int add(int a, int b) { return 0; }");
    Bench.Compiled second = next("int add(int a, int b) { return a + b; }");

    assertThat(first.problems()).isEmpty();
    assertThat(second.problems()).isEmpty();
    assertThat(second.classes().getLast()).isEqualTo(first.classes().getLast());
    assertThat(second.classes().getFirst()).isNotEqualTo(first.classes().getFirst());
    assertThat(second.sources()).isEqualTo(first.sources());
    assertThat(bench.keeps(first)).isTrue();
    assertThat(bench.keeps(second)).isFalse();
  }

  @Test
  void an_answer_that_the_suite_cannot_call_is_told_of_in_the_suites_words_too()
      throws IOException {
    next("int add(int a, int b) { return 0; }");

    assertThat(next("int sum(int a, int b) { return 0; }").problems())
        .anyMatch(problem -> problem.message().contains("add"));
    assertThat(next("int add(int a, int b) { return 0 }").problems())
        .anyMatch(problem -> problem.message().contains("';' expected"));
    assertThat(next("int add(int a, int b) { return 0; }").problems()).isEmpty();
  }

  @Test
  void with_another_surface_the_suite_is_compiled_again_and_the_old_one_removed()
      throws IOException {
    Bench.Compiled first = next("int add(int a, int b) { return 0; }");
    Bench.Compiled second = next("long add(long a, long b) { return 0; }");

    assertThat(second.problems()).isEmpty();
    assertThat(second.classes()).doesNotContainAnyElementsOf(first.classes());
    assertThat(first.folder()).doesNotExist();
  }

  @Test
  void a_suite_that_has_changed_is_compiled_again() throws IOException {
    Exercise exercise = course.exercise("01-1");
    Bench.Compiled first = next("int add(int a, int b) { return 0; }");
    course.write(exercise.suiteFile(), course.read(exercise.suiteFile()) + "// changed\n");
    Bench.Compiled second = next("int add(int a, int b) { return 1; }");

    assertThat(second.classes()).doesNotContainAnyElementsOf(first.classes());
  }

  @Test
  void another_file_that_has_changed_may_be_used_by_the_suite() throws IOException {
    Bench.Compiled first = next("int add(int a, int b) { return 0; }");
    String other = course.exercise("01-2").file();
    course.write(other, course.read(other) + "// changed\n");
    Bench.Compiled second = next("int add(int a, int b) { return 1; }");

    assertThat(second.classes()).doesNotContainAnyElementsOf(first.classes());
  }

  @Test
  void what_an_answer_uses_is_compiled_with_it() throws IOException {
    course.solve("01-1");
    Exercise doubler = course.exercise("01-2");

    Bench.Compiled compiled =
        bench.compileNext(doubler, new Subject.Draft(course.checkout().text(doubler.solution())));

    assertThat(compiled.sources()).contains(doubler.file(), course.exercise("01-1").file());
    assertThat(Files.exists(compiled.classes().getFirst().resolve("workshop/kitchen/Adder.class")))
        .isTrue();
  }

  private Bench.Compiled next(String method) throws IOException {
    String text = "package workshop.kitchen;\n\npublic class Adder {\n  public " + method + "\n}\n";
    return bench.compileNext(course.exercise("01-1"), new Subject.Draft(text));
  }
}
