package workshop.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Judge;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;
import workshop.testkit.exercise.Verdict;

/**
 * What a suite reports when the code under test throws an exception that no test expects.
 *
 * <p>This class is outside {@code workshop.testkit}, because frames of that package are not shown
 * to learners, and the answers below must count as a learner's code.
 */
class PracticeTest {

  @Test
  void code_that_runs_to_its_end_passes() {
    assertThat(Judge.judge(PracticeSuite.class, Lesson.class).state()).isEqualTo(State.PASSED);
  }

  @Test
  void an_error_is_explained_with_the_learners_line_and_the_recording() {
    TestResult failure = failureOf(OpensWithoutCreate.class);

    assertThat(failure.message())
        .contains("Your code ended with NoSuchFileException at PracticeTest.java:")
        .contains(": b.txt.\n", "What it means", "What to do", "CREATE")
        .containsPattern("In your code\n  PracticeTest.java:\\d+ in read\\(\\)\n")
        .containsPattern("On the disk\n  1  OPEN  b.txt  \\[READ\\] failed: NoSuchFileException");
    assertThat(failure.trace())
        .contains("Caused by: java.nio.file.NoSuchFileException")
        .contains("PracticeTest$OpensWithoutCreate.read(PracticeTest.java:");
  }

  @Test
  void a_file_that_appears_a_moment_later_was_opened_too_early() {
    assertThat(failureOf(ReadsBeforeItWrites.class).message())
        .contains(
            "NoSuchFileException at PracticeTest.java:", "The file was not there yet", "compose()")
        .doesNotContain("open the file with CREATE and WRITE");
  }

  @Test
  void an_error_without_a_line_of_the_learners_names_no_line() {
    assertThat(failureOf(FailsElsewhere.class).message())
        .contains("IllegalStateException: far away", "The stack trace has no line of your code")
        .doesNotContain("Start at the line");
  }

  @Test
  void an_error_is_found_inside_the_exception_that_a_future_wraps_around_it() {
    assertThat(failureOf(FailsInAFuture.class).message())
        .contains("Your code ended with IllegalStateException at PracticeTest.java:")
        .contains(": the stove is cold");
  }

  @Test
  void a_count_of_minus_one_is_recognized_as_the_end_of_the_file() {
    assertThat(failureOf(CountsTheEnd.class).message())
        .contains("IndexOutOfBoundsException", "that is what a read returns at the end of file");
  }

  @Test
  void an_error_without_a_failed_operation_is_the_learners_own() {
    assertThat(failureOf(TakesAShortReadForAnError.class).message())
        .contains(
            "No operation on the disk had failed: your code treated a normal result as an error");
  }

  @Test
  void a_failed_static_initializer_is_reported_with_its_error_by_each_test() {
    for (TestResult failure : Judge.judge(PracticeSuite.class, DividesBeforehand.class).tests()) {
      assertThat(failure.message())
          .contains("DividesBeforehand cannot be used", "at PracticeTest.java:", "/ by zero");
    }
  }

  @Test
  void a_null_result_is_reported_as_null() {
    assertThat(failureOf(ReturnsNull.class).message())
        .contains("Your code returned null", "What to do");
  }

  @Test
  void a_diagnosis_of_the_suite_is_shown_unchanged_even_if_it_is_wrapped() {
    assertThat(failureOf(WrapsWhatTheSuiteSays.class).message())
        .startsWith("What happened  The soup is cold.")
        .doesNotContain("Your code ended");
  }

  @Test
  void a_todo_is_not_explained() {
    assertThat(failureOf(IsStillToBeWritten.class).message())
        .isEqualTo("java.lang.UnsupportedOperationException: TODO(99-1): read");
  }

  @Test
  void an_endless_loop_is_reported_even_if_the_code_swallows_the_error() {
    Verdict verdict = Judge.judge(PracticeSuite.class, SwallowsItsLoop.class);

    assertThat(verdict.tests())
        .extracting(TestResult::status)
        .containsExactly(TestResult.Status.FAILED, TestResult.Status.SKIPPED);
    assertThat(verdict.firstFailure().orElseThrow().message())
        .contains("An endless loop was stopped", "In your code\n  PracticeTest.java:");
  }

  private static TestResult failureOf(Class<? extends Lesson> answer) {
    return Judge.judge(PracticeSuite.class, answer).firstFailure().orElseThrow();
  }

  /** The exercise, solved. */
  public static class Lesson {
    public byte[] read(Path file, UnaryOperator<String> taste) throws IOException {
      taste.apply("soup");
      return Files.readAllBytes(file);
    }
  }

  public static class OpensWithoutCreate extends Lesson {
    @Override
    public byte[] read(Path file, UnaryOperator<String> taste) throws IOException {
      return Files.readAllBytes(file.resolveSibling("b.txt"));
    }
  }

  public static class ReadsBeforeItWrites extends Lesson {
    @Override
    public byte[] read(Path file, UnaryOperator<String> taste) throws IOException {
      Path other = file.resolveSibling("b.txt");
      try {
        return Files.readAllBytes(other);
      } finally {
        Files.writeString(other, "too late");
      }
    }
  }

  public static class FailsElsewhere extends Lesson {
    @Override
    public byte[] read(Path file, UnaryOperator<String> taste) {
      IllegalStateException elsewhere = new IllegalStateException("far away");
      elsewhere.setStackTrace(new StackTraceElement[0]);
      throw elsewhere;
    }
  }

  public static class DividesBeforehand extends Lesson {
    static final int PORTION = 12 / "".length();
  }

  public static class TakesAShortReadForAnError extends Lesson {
    @Override
    public byte[] read(Path file, UnaryOperator<String> taste) throws IOException {
      super.read(file, taste);
      throw new IOException("short read");
    }
  }

  public static class FailsInAFuture extends Lesson {
    @Override
    public byte[] read(Path file, UnaryOperator<String> taste) {
      return CompletableFuture.<byte[]>supplyAsync(
              () -> {
                throw new IllegalStateException("the stove is cold");
              })
          .join();
    }
  }

  public static class CountsTheEnd extends Lesson {
    @Override
    public byte[] read(Path file, UnaryOperator<String> taste) {
      ByteBuffer.allocate(9).put(new byte[9], 0, -1);
      return new byte[0];
    }
  }

  public static class ReturnsNull extends Lesson {
    @Override
    public byte[] read(Path file, UnaryOperator<String> taste) {
      return null;
    }
  }

  public static class WrapsWhatTheSuiteSays extends Lesson {
    @Override
    public byte[] read(Path file, UnaryOperator<String> taste) {
      try {
        taste.apply("cold soup");
        return new byte[0];
      } catch (Diagnosis said) {
        throw new IllegalStateException("no taste", said);
      }
    }
  }

  public static class IsStillToBeWritten extends Lesson {
    @Override
    public byte[] read(Path file, UnaryOperator<String> taste) {
      throw new UnsupportedOperationException("TODO(99-1): read");
    }
  }

  public static class SwallowsItsLoop extends Lesson {
    @Override
    public byte[] read(Path file, UnaryOperator<String> taste) throws IOException {
      try (FileChannel channel = FileChannel.open(file)) {
        ByteBuffer tooLarge = ByteBuffer.allocate(100);
        while (tooLarge.hasRemaining()) {
          channel.read(tooLarge);
        }
      } catch (AssertionError e) {
        // "works on my machine"
      }
      return super.read(file, taste);
    }
  }
}
