package workshop.runner.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.CharBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

class TruncationTest {

  private static final String LONG = "x".repeat(300_000);
  private static final String STACK =
      "\n\tat exercise//workshop.kitchen.Adder.add(Adder.java:6)\n\tat java.base/A.b(A.java:1)\n";

  @Test
  void a_text_of_usual_length_stays_as_it_is() {
    TestResult result = failed("expected: 5", "java.lang.AssertionError: expected: 5" + STACK);

    assertThat(Truncation.of(result)).isEqualTo(result);
    String lines =
        ("y".repeat(Truncation.LINE - 1) + "\n").repeat(Truncation.MESSAGE / Truncation.LINE);
    assertThat(Truncation.of(lines)).isEqualTo(lines);
  }

  @Test
  void a_long_message_is_cut_and_says_how_much_of_it_is_missing() {
    String message = String.valueOf(Truncation.of(failed(LONG, "e")).message());

    assertThat(message).startsWith("xxx").endsWith("x … (cut: 298,000 characters)");
    assertThat(message).hasSizeLessThan(Truncation.LINE + 50);
  }

  @Test
  void what_stands_below_a_long_line_is_kept() {
    String message = "What happened  " + LONG + "\nWhat it means  much\nWhat to do     less";

    assertThat(Truncation.of(message))
        .hasSizeLessThan(Truncation.LINE + 100)
        .contains(" … (cut: ")
        .endsWith(" characters)\nWhat it means  much\nWhat to do     less");
  }

  @Test
  void a_message_of_many_lines_is_cut_as_well() {
    String message = Truncation.of("a line\n".repeat(100_000));

    assertThat(message).hasSizeLessThan(Truncation.MESSAGE + 50).endsWith(" characters)");
  }

  @Test
  void the_frames_below_a_long_message_are_kept() {
    String trace = Truncation.of(failed("m", "java.io.IOException: " + LONG + STACK)).trace();

    assertThat(trace).hasSizeLessThan(Truncation.MESSAGE + 500).contains("(cut: ");
    assertThat(StackTraces.where(StackTraces.parse(String.valueOf(trace)).getFirst()))
        .isEqualTo("Adder.java:6");
  }

  @Test
  void a_stack_without_end_is_cut() {
    String trace = Truncation.of(failed("m", "java.lang.Error" + STACK.repeat(5000))).trace();

    assertThat(trace).hasSizeLessThan(Truncation.STACK + 100).endsWith(" characters)");
  }

  @Test
  void no_letter_of_two_parts_is_cut_in_the_middle() {
    String cut = Truncation.of("a" + "😀".repeat(Truncation.LINE));

    assertThatCode(() -> UTF_8.newEncoder().encode(CharBuffer.wrap(cut)))
        .doesNotThrowAnyException();
  }

  @Test
  void whatever_a_worker_says_is_short() {
    assertThat(
            List.of(
                WorkerReply.test(failed(LONG, LONG)),
                WorkerReply.look(LONG),
                WorkerReply.verdict(State.PASSED, List.of(LONG), true, Output.NONE, null),
                WorkerReply.cut(
                    State.FAILED,
                    new FailureReport(LONG, "m", "n", null, List.of()).with("Stack", LONG),
                    Output.NONE)))
        .allSatisfy(reply -> assertThat(reply.toLine()).hasSizeLessThan(3 * Truncation.MESSAGE));
  }

  @Test
  void a_line_of_blanks_is_not_a_frame_and_is_rejected_fast() {
    assertThat(StackTraces.parse(" ".repeat(3_000_000))).isEmpty();
  }

  private static TestResult failed(String message, String trace) {
    return new TestResult("it adds", TestResult.Status.FAILED, 1, message, trace);
  }
}
