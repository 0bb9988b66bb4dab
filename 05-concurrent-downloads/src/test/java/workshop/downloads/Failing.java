package workshop.downloads;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;

/** What a download that must fail is held to. */
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
    } catch (Exception failure) {
      return unwrapped(failure);
    }
    throw Diagnosis.observed(fault + " The download ended as if all was well.")
        .means("Somebody believes now that the file is there. It is not.")
        .nextStep("Look at everything that can tell a whole file from another thing, and fail.");
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
          .means("With a hundred downloads in flight, nobody knows which one this was.")
          .nextStep(
              "Put the URL into the message; keep what went wrong as the reason and the cause.")
          .because(failure);
    }
    // A whole word: a 404 is in many a port, or in the name of a temporary file.
    if (!Pattern.compile("\\b" + Pattern.quote(reason) + "\\b")
        .matcher(everythingSaidBy(failure))
        .find()) {
      throw Diagnosis.observed("The download of " + from + " failed with: " + failure)
          .means("The reason is lost; it was: " + reason)
          .nextStep("Put the reason into the message, and hand the original error on as the cause.")
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

  /** Cleaning up after being called off may take a moment. */
  static void assertSoonOnly(List<String> names, Disk disk, String fault) {
    Soon.isTrue(() -> {
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
          .nextStep("Remove what this download has made, and nothing else.")
          .evidence("On the disk", disk.recording());
    }
    if (!found.equals(names)) {
      throw Diagnosis.observed(
              fault + " Now the directory holds " + found + "; it should hold " + names + ".")
          .means(
              "Half a file was left: whoever comes next takes it for a whole one, or trips on it.")
          .nextStep("Remove what you have made, on every way out: errors, and being called off.")
          .evidence("On the disk", disk.recording());
    }
  }
}
