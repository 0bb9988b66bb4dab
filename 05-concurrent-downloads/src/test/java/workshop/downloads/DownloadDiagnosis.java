package workshop.downloads;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Origin;
import workshop.testkit.thread.Eventually;

/**
 * What every suite of this module expects of a download that fails, and the explanations otherwise.
 */
final class DownloadDiagnosis {

  private DownloadDiagnosis() {}

  interface Action {
    void run() throws Exception;
  }

  /**
   * Runs {@code download}, which must fail, and returns its failure.
   *
   * @param fault what the suite made go wrong, as a sentence
   */
  static Throwable failureOf(String fault, Action download) {
    return failureOf(
        fault, "Find the line where this error arrives, and let the download fail.", download);
  }

  static Throwable failureOf(String fault, String nextStep, Action download) {
    try {
      download.run();
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception | LinkageError failure) {
      return unwrapped(failure);
    }
    throw Diagnosis.observed(fault + " The download succeeded.")
        .means("The program continues without the whole file and does not notice.")
        .nextStep(nextStep);
  }

  private static Throwable unwrapped(Throwable failure) {
    boolean wrapped =
        failure instanceof ExecutionException || failure instanceof CompletionException;
    return wrapped && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
  }

  /** Expects that a body of {@code bytes} was written in several pieces. */
  static void assertWritten(int bytes, int pieces, Disk disk) {
    int writes = disk.recording().only(Op.WRITE).events().size();
    if (writes < pieces) {
      throw Diagnosis.observed(
              "The body of %d bytes reached the disk in %d write%s."
                  .formatted(bytes, writes, writes == 1 ? "" : "s"))
          .means("The body was collected in memory, and a large file will not fit.")
          .nextStep("Write the bytes to the file as they arrive.")
          .evidence("On the disk", disk.recording());
    }
  }

  /** Expects that the failure says which URL failed, and why. */
  static void assertNames(URI from, String reason, Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (!message.contains(from.toString())) {
      throw Diagnosis.observed(
              "The download failed, but the error does not name the URL: " + failure)
          .means("With a hundred downloads in flight, you cannot tell which one failed.")
          .nextStep("Put the URL into the message, and keep the original exception as the cause.")
          .evidence("The URL", from)
          .because(failure);
    }
    // As a whole word, because a port or the name of a temporary file may contain 404.
    if (!Pattern.compile("\\b" + Pattern.quote(reason) + "\\b")
        .matcher(everythingSaidBy(failure))
        .find()) {
      throw Diagnosis.observed("The download's error does not give the reason: " + failure)
          .means("A reader of the error cannot see the reason, which was: " + reason)
          .nextStep(
              "Put the reason into the message, and keep the original exception as the cause.")
          .because(failure);
    }
  }

  /** Returns the failure and its causes, one line each. */
  static String everythingSaidBy(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      all.append(at).append('\n');
    }
    return all.toString();
  }

  /** A cleanup after a cancel may take a moment. */
  static void assertSoonOnly(List<String> names, Disk disk, String fault) {
    Eventually.holds(() -> {
      try {
        return disk.names().equals(names);
      } catch (UncheckedIOException changing) {
        return false; // a file was removed during the listing
      }
    });
    assertOnly(names, disk, fault);
  }

  /** Expects that a body that begins after {@code stop} and the cleanup has left no file. */
  static void assertOpensNothingLater(String stop, Disk disk) {
    if (!disk.names().isEmpty()) {
      throw Diagnosis.observed(
              "%s. The client opened the file after the cleanup, and now the directory holds %s."
                  .formatted(stop, shown(disk.names())))
          .means("A canceled request may open its file after your cleanup has deleted it.")
          .nextStep(
              "Write the body through BodyFile, and call its discard on every path, including"
                  + " this one.")
          .evidence("On the disk", disk.recording());
    }
  }

  /** Expects that the body of a reply whose status is not 200 was not stored. */
  static void assertNotStored(int status, Disk disk) {
    if (!disk.names().isEmpty()) {
      throw Diagnosis.observed(
              "The server answered with status %d, and the body of that reply is in %s."
                  .formatted(status, shown(disk.names())))
          .means(
              "Another program mistakes an error page, or a part of the file, for the whole file.")
          .nextStep("Store the body only if the status is 200, and discard every other body.")
          .evidence("On the disk", disk.recording());
    }
  }

  /** Expects that the directory contains exactly these names. */
  static void assertOnly(List<String> names, Disk disk, String fault) {
    List<String> found = disk.names();
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "%s The directory now holds %s; expected: %s."
                .formatted(fault, shown(found), shown(names)));
    if (!found.containsAll(names)) {
      throw observed
          .means("An older file, or one that had arrived completely, is gone.")
          .nextStep(
              "Remove only what this download wrote, and no file that has arrived completely.")
          .evidence("On the disk", disk.recording());
    }
    if (!found.equals(names)) {
      String left = found.stream().filter(name -> !names.contains(name)).findFirst().orElseThrow();
      throw observed
          .means(
              "The download left %s behind. Another program may mistake it for the whole file."
                  .formatted(left))
          .nextStep(
              "Remove what this download wrote on every path: after an error, and after a cancel.")
          .evidence("On the disk", disk.recording());
    }
  }

  private static String shown(List<String> names) {
    return names.isEmpty() ? "no file" : names.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  static Diagnosis isNoIoException(Throwable failure) {
    return Diagnosis.observed("The download failed with: " + failure)
        .means("A caller expects an IOException when a download fails, and catches nothing else.")
        .nextStep("Fail with an IOException that has the original exception as its cause.")
        .because(failure);
  }

  static Diagnosis asksForAnotherFile(URI from, Exception failure, Origin origin) {
    return Diagnosis.observed(
            "The URL %s was not requested. The download failed: ".formatted(from) + failure)
        .means(
            "The escapes of a URL, such as %20, are part of it. If you decode them, you get"
                + " a different URL.")
        .nextStep("Send the URL as it is, with URI.toString, or with getRawPath and getRawQuery.")
        .evidence("At the origin", origin.exchanges())
        .because(failure);
  }

  static Diagnosis triesAgain(String fault, Origin origin) {
    return Diagnosis.observed(fault + " The download sent another request.")
        .means(
            "One download is one request. Exercise 05-4 adds retries, and hidden retries would"
                + " multiply the requests.")
        .nextStep(
            "Send the request once, and let the download fail with the error of that one"
                + " request.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis losesTheQuery(Origin origin) {
    return Diagnosis.observed("The URL ended in ?day=monday, but the request had no such query.")
        .means("The server may send a different file from the one that the caller requested.")
        .nextStep("Build the request from the whole URL, not only from its path.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis stumblesOverTheOldFile(boolean tail, Throwable failure, Disk disk) {
    Diagnosis.Observed observed =
        Diagnosis.observed("An older, longer file was there. The download failed: " + failure);
    return (tail
            ? observed
                .means("The old tail is still in the file, so the file is longer than announced.")
                .nextStep("Empty the file when you open it: look for an option that truncates.")
            : observed
                .means("The first download of a file succeeds, but every later one fails.")
                .nextStep("Open the file with options that accept an existing file."))
        .evidence("On the disk", disk.recording())
        .because(failure);
  }

  static Diagnosis appends(Disk disk) {
    return Diagnosis.observed("The new file was appended to the old one.")
        .means(
            "Each download makes the file longer, and a program that reads it gets the old"
                + " content first.")
        .nextStep("Empty the file when you open it, and do not open it for appending.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis refusesAnEmptyFile(Throwable failure) {
    return Diagnosis.observed("The body was empty, and the download failed: " + failure)
        .means("A file may be empty, but the caller now believes that a good download has failed.")
        .nextStep("Compare the length with the Content-Length, which is 0 here.")
        .because(failure);
  }

  static Diagnosis givesUpTooEarly(Throwable failure) {
    return Diagnosis.observed(
            "The server took some time to reply, and the download failed: " + failure)
        .means("The download treats a slow server as a broken one.")
        .nextStep("Wait as long as the caller allows: use the given timeout.")
        .because(failure);
  }

  static Diagnosis needsALength(Throwable failure) {
    return Diagnosis.observed(
            "The whole body arrived, in chunks and without a Content-Length. The download failed: "
                + failure)
        .means(
            "A server that generates its pages on the fly does not know their length in advance.")
        .nextStep("Compare the length only if the reply has a Content-Length.")
        .because(failure);
  }

  static Diagnosis losesTheOldFile(String fault, Disk disk) {
    return Diagnosis.observed(fault + " No byte of the new file arrived, but the old file is gone.")
        .means("A download that never began has destroyed a good file.")
        .nextStep("Remove the file only if this download opened it: BodyFile keeps track of that.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis deletesADirectory(String fault, Disk disk) {
    return Diagnosis.observed(fault + " The download failed, and the directory is gone.")
        .means("The cleanup deleted something that this download did not create.")
        .nextStep("Remove the file only if this download opened it.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis losesTheFirstError(String fault, Throwable failure) {
    return Diagnosis.observed(fault + " The download failed with: " + failure)
        .means("An error from the cleanup replaced the first one, so the reason is lost.")
        .nextStep("Keep the first error, and add the other one with addSuppressed.")
        .because(failure);
  }

  static Diagnosis takesABadUrlForAFailure(String fault, Throwable failure) {
    return Diagnosis.observed(fault + " The download failed with: " + failure)
        .means("A bad URL looks like a network failure, which another attempt might fix.")
        .nextStep("Do not catch the IllegalArgumentException that HttpRequest.newBuilder throws.")
        .because(failure);
  }

  static Diagnosis mixesOldAndNew(String fault, Disk disk) {
    return Diagnosis.observed(
            "%s Now menu.bin holds %d bytes.".formatted(fault, disk.contents("menu.bin").length))
        .means(
            "A program that reads the file cannot tell that it is neither the old one nor the new"
                + " one.")
        .nextStep("Keep the old file as it was, or remove it: only a whole file may remain.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis endsBeforeTheDeletion(Disk disk) {
    return Diagnosis.observed("The download reported its failure while its file was being deleted.")
        .means("A program that reacts to the failure still finds a partial file.")
        .nextStep("Delete the file first, wait until it is deleted, and then let the result fail.")
        .evidence("On the disk", disk.recording());
  }
}
