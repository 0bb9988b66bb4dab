package workshop.runner.worker;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.TestResult;

/**
 * Shortens texts from a learner's code to what a screen can show: the message of an exception may
 * contain a whole file.
 */
final class Truncation {

  /** How many characters of a line are kept: the next lines matter more than its end. */
  static final int LINE = 2000;

  /** How many characters of a message are kept: more than the longest one from the testkit. */
  static final int MESSAGE = 16 * 1024;

  /** How many characters of the stack below a message are kept. */
  static final int STACK = 64 * 1024;

  private static final String FIRST_FRAME = "\n\tat ";

  private Truncation() {}

  /** Returns the result with shortened texts. */
  static TestResult of(TestResult result) {
    String message = result.message();
    return new TestResult(
        result.name(),
        result.status(),
        result.millis(),
        message == null ? null : of(message),
        ofTrace(result.trace()),
        result.report() == null ? null : of(result.report()));
  }

  static FailureReport of(FailureReport report) {
    return new FailureReport(
        of(report.observed()),
        of(report.meaning()),
        of(report.nextStep()),
        report.readOn(),
        report.evidence().stream()
            .map(each -> new FailureReport.Evidence(of(each.title()), of(each.facts())))
            .toList());
  }

  /** Returns the text, or the beginnings of its lines and how much is missing. */
  static String of(String text) {
    return lines(text, MESSAGE);
  }

  /** The frames must survive a long message above them. */
  private static @Nullable String ofTrace(@Nullable String trace) {
    if (trace == null) {
      return null;
    }
    int stack = trace.indexOf(FIRST_FRAME);
    return stack < 0
        ? of(trace)
        : of(trace.substring(0, stack)) + lines(trace.substring(stack), STACK);
  }

  private static String lines(String text, int limit) {
    if (text.length() <= LINE) {
      return text;
    }
    StringBuilder lines = new StringBuilder();
    int start = 0;
    int end = text.indexOf('\n');
    while (end >= 0) {
      lines.append(beginning(text.substring(start, end), LINE)).append('\n');
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    lines.append(beginning(text.substring(start), LINE));
    return beginning(lines.toString(), limit);
  }

  private static String beginning(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end)
        + String.format(Locale.ROOT, " … (cut: %,d characters)", text.length() - end);
  }
}
