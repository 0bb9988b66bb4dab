package workshop.testkit.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.TestResult.Status;
import workshop.testkit.thread.Await;

class UncaughtExceptionsTest {

  @Test
  void an_uncaught_exception_is_shown_only_by_the_test_that_fails() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    Verdict verdict = Judge.judge(Burning.class, ended -> {});

    assertThat(verdict.tests())
        .extracting(test -> test.status())
        .containsExactly(Status.PASSED, Status.FAILED, Status.FAILED);
    assertThat(verdict.tests().getLast().trace())
        .containsSubsequence("no bread", "Suppressed: ", "burnt for the third time");
    assertThat(verdict.firstFailure().orElseThrow().message())
        .containsSubsequence(
            "No soup came",
            "Thrown on a thread and not caught",
            "\"cook\": java.lang.IllegalStateException: burnt again",
            "at workshop.testkit.exercise.UncaughtExceptionsTest$Burning")
        .doesNotContain("burnt at first");
    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
  }

  /** Not a test of the testkit: only the judge runs it. */
  @ExtendWith(UncaughtExceptions.class)
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class Burning {

    @Test
    @Order(1)
    void one_that_passes() {
      burn("burnt at first");
    }

    @Test
    @Order(2)
    void one_that_fails() {
      burn("burnt again");
      throw Diagnosis.observed("no soup came").means("the cook has ended").nextStep("cook");
    }

    @Test
    @Order(3)
    void one_that_fails_without_a_diagnosis() {
      burn("burnt for the third time");
      throw new AssertionError("no bread");
    }

    private static void burn(String how) {
      Thread cook =
          Thread.ofPlatform()
              .name("cook")
              .start(() -> {
                throw new IllegalStateException(how);
              });
      Await.end("the cook", cook);
    }
  }
}
