package workshop.downloads;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Eventually;

/** What is expected of a download that must fail. */
final class Failing {

  private Failing() {}

  interface Action {
    void run() throws Exception;
  }

  /**
   * Runs {@code download}, which must fail, and returns what it failed with.
   *
   * @param fault what was done to it, as a sentence
   */
  static Throwable failureOf(String fault, Action download) {
    try {
      download.run();
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception | LinkageError failure) {
      return unwrapped(failure);
    }
    throw Diagnosis.observed(fault + " The download ended as if all was well.")
        .means("The program goes on as if the file were there. It is not.")
        .nextStep("Compare everything that tells a whole file from something else, and fail.");
  }

  private static Throwable unwrapped(Throwable failure) {
    boolean wrapped =
        failure instanceof ExecutionException || failure instanceof CompletionException;
    return wrapped && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
  }

  /** Expects that the failure tells which URL failed, and why. */
  static void assertNames(URI from, String reason, Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (!message.contains(from.toString())) {
      throw Diagnosis.observed("The download of " + from + " failed with: " + failure)
          .means("With a hundred downloads in flight, this does not say which one failed.")
          .nextStep("Put the URL into the message, and keep what went wrong as the cause.")
          .because(failure);
    }
    // A whole word: a 404 is in many a port, or in the name of a temporary file.
    if (!Pattern.compile("\\b" + Pattern.quote(reason) + "\\b")
        .matcher(everythingSaidBy(failure))
        .find()) {
      throw Diagnosis.observed("The download of " + from + " failed with: " + failure)
          .means("The reason is lost; it was: " + reason)
          .nextStep("Put the reason into the message, and pass the original error on as the cause.")
          .because(failure);
    }
  }

  private static String everythingSaidBy(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      all.append(at).append('\n');
    }
    return all.toString();
  }

  /** A clean-up after a cancel may take a moment. */
  static void assertSoonOnly(List<String> names, Disk disk, String fault) {
    Eventually.holds(() -> {
      try {
        return disk.names().equals(names);
      } catch (UncheckedIOException changing) {
        return false; // something was removed while we looked
      }
    });
    assertOnly(names, disk, fault);
  }

  /** Expects that the directory holds these names and no other. */
  static void assertOnly(List<String> names, Disk disk, String fault) {
    List<String> found = disk.names();
    if (!found.containsAll(names)) {
      throw Diagnosis.observed(
              fault + " Now the directory holds " + found + "; it should hold " + names + ".")
          .means("A file is missing: one that was there before, or one that had arrived whole.")
          .nextStep("Remove only what this download has written.")
          .evidence("On the disk", disk.recording());
    }
    if (!found.equals(names)) {
      throw Diagnosis.observed(
              fault + " Now the directory holds " + found + "; it should hold " + names + ".")
          .means("Half a file was left. The next program takes it for a whole one.")
          .nextStep(
              "Remove what you have written on every way out: after errors, and when canceled.")
          .evidence("On the disk", disk.recording());
    }
  }
}
