package workshop.runner.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import workshop.testkit.exercise.TestResult;

class CrashDiagnosisTest {

  private static final String MADE =
      "\n\tat exercise//workshop.blocking.Copy.<init>(Copy.java:15)"
          + "\n\tat app//workshop.testkit.exercise.Answer.of(Answer.java:37)"
          + "\n\tat exercise//workshop.blocking.CopyTest.<init>(CopyTest.java:20)\n";

  @Test
  void a_constructor_that_throws_is_reported_with_its_line() {
    assertThat(explained("java.lang.RuntimeException: no way", MADE))
        .startsWith(
            "What happened  The constructor of Copy failed at Copy.java:15 with"
                + " java.lang.RuntimeException: no way.\n"
                + "What it means  Each test creates a new Copy first");
  }

  @Test
  void a_class_that_cannot_be_instantiated_is_explained_to_the_learner() {
    String headline =
        "java.lang.IllegalStateException: workshop.blocking.Copy must be a public class with a"
            + " public constructor without parameters, as in the starter";

    assertThat(
            explained(
                headline, "\n\tat app//workshop.testkit.exercise.Answer.of(Answer.java:41)\n"))
        .startsWith("What happened  The tests could not create a new Copy().")
        .contains("must be public and not abstract")
        .doesNotContain("IllegalStateException");
  }

  @Test
  void a_method_that_throws_is_not_blamed_on_the_constructor() {
    String stack = "\n\tat exercise//workshop.blocking.Copy.copy(Copy.java:15)\n";

    assertThat(explained("java.lang.RuntimeException: no way", stack))
        .isEqualTo("java.lang.RuntimeException: no way");
  }

  @Test
  void an_object_that_a_method_creates_is_not_blamed_on_the_tests() {
    String stack =
        "\n\tat exercise//workshop.blocking.Part.<init>(Copy.java:30)"
            + "\n\tat exercise//workshop.blocking.Copy.copy(Copy.java:15)\n";

    assertThat(explained("java.lang.RuntimeException: no way", stack)).doesNotContain("new ");
  }

  @Test
  void a_todo_is_not_explained() {
    String todo = "java.lang.UnsupportedOperationException: TODO(01-1): do it";

    assertThat(explained(todo, MADE)).isEqualTo(todo);
  }

  @Test
  void running_out_of_direct_memory_has_its_own_explanation() {
    String text =
        explained(
            "java.lang.OutOfMemoryError: Cannot reserve 1000 bytes of direct buffer memory"
                + " (allocated: 268430000, limit: 268435456)",
            MADE);

    assertThat(text)
        .contains("The memory for direct buffers was full at Copy.java:15", "allocateDirect()")
        .doesNotContain("a small heap");
    assertThat(explained("java.lang.OutOfMemoryError: Java heap space", MADE))
        .contains("The memory was full at Copy.java:15", "a small heap")
        .doesNotContain("direct");
  }

  @Test
  void a_line_of_blanks_is_not_a_frame_and_is_rejected_fast() {
    assertThat(StackTraces.parse(" ".repeat(3_000_000))).isEmpty();
  }

  private static String explained(String headline, String stack) {
    TestResult result =
        new TestResult("it copies", TestResult.Status.FAILED, 1, headline, headline + stack);
    return String.valueOf(
        new CrashDiagnosis(new LearnersCode(Set.of("CopyTest.java"))).explained(result).message());
  }
}
