package workshop.blocking;

import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.disk.Outcome;
import workshop.testkit.diagnosis.Diagnosis;

/** What is said about an answer to 01-4. */
final class NamedErrorsDiagnosis {

  private NamedErrorsDiagnosis() {}

  static Diagnosis madeTheDirectory() {
    return Diagnosis.observed(
            "The directory of the file was missing; save() created it, and returned.")
        .means(
            "A mistyped path now creates a new directory instead of an error, and the file is where no"
                + " one looks for it.")
        .nextStep("Create no directory: let the error of the missing one leave the method.");
  }

  static void assertStillThere(Disk disk, String name) {
    if (!disk.names().contains(name)) {
      throw Diagnosis.observed("Saving to " + name + " failed, and now " + name + " is gone.")
          .means("It existed before: the clean-up deleted something that this call had not created.")
          .nextStep("Delete only what this call has created itself.")
          .evidence("On the disk", disk.recording());
    }
  }

  static Diagnosis swallowed(Disk disk, String name) {
    assertThat(disk).wasUsed();
    if (refused(disk).isPresent()) {
      return Diagnosis.observed(
              "An operation failed, and " + name + "() returned as if nothing had happened.")
          .means("The error is swallowed: no caller will ever learn of it.")
          .nextStep("Let an IOException leave the method.")
          .evidence("On the disk", disk.recording());
    }
    return Diagnosis.observed(name + "() returned. No operation failed, but the work was not done.")
        .means("The caller takes this for a success, " + unfinished(disk))
        .nextStep(
            "Let the disk do all the work. If something is wrong, its error "
            + "gives the reason.")
        .evidence("On the disk", disk.recording());
  }

  private static Optional<DiskEvent> refused(Disk disk) {
    return disk.recording().events().stream()
        .filter(event -> event.outcome() instanceof Outcome.Failed)
        .findFirst();
  }

  private static String unfinished(Disk disk) {
    if (!disk.recording().only(Op.MAP).isEmpty()) {
      return "and an error in mapped memory is not an IOException.";
    }
    boolean partly =
        disk.recording().events().stream()
            .anyMatch(event -> event.writes() && event.transferred() < event.requested());
    return partly
        ? "but a write took fewer bytes than it was given, and the rest was never written."
        : "but nothing was read or written.";
  }

  static void assertNames(Path file, IOException error) {
    if (!String.valueOf(error.getMessage()).contains(file.toString())) {
      boolean namesTheLastPart =
          String.valueOf(error.getMessage()).contains(file.getFileName().toString());
      throw Diagnosis.observed("The error was: " + error)
          .means(
              (namesTheLastPart
                      ? "It names the file without its directories, and many may have that name."
                      : "It does not say which file.")
                  + " This was "
                  + file
                  + ".")
          .nextStep("Put the path, as it was given, into the message of the exception that leaves.")
          .because(error);
    }
  }

  static void assertKeeps(Disk disk, Class<? extends IOException> kind, IOException error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return;
      }
    }
    throw lost(disk, kind.getSimpleName(), error);
  }

  static void assertKeeps(Disk disk, IOException fault, IOException error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at == fault) {
        return;
      }
    }
    throw lost(disk, fault.toString(), error);
  }

  private static Diagnosis lost(Disk disk, String original, IOException error) {
    if (refused(disk).isEmpty()) {
      return Diagnosis.observed("No operation had failed, and this was thrown: " + error)
          .means(
              "It is not the disk's own error, which knows the reason. And the answer to the question"
                  + " whether a file exists may be out of date a moment later.")
          .nextStep("Do not ask first: try it, and let the disk's own error be the cause of yours.")
          .evidence("On the disk", disk.recording());
    }
    return Diagnosis.observed(
            "The disk's own error (" + original + ") is not among the causes of " + error)
        .means("The original error is lost, and with it the reason and the line where it happened.")
        .nextStep("Give the exception that you caught to the new one as its cause.")
        .because(error);
  }

  static Diagnosis notLoaded(String loaded, String saved) {
    Diagnosis.Observed observed =
        Diagnosis.observed("A text was saved; load() returned another one.");
    if (saved.length() > 1000) {
      return observed
          .means(
              "The text has %,d characters; %,d came back."
                  .formatted(saved.length(), loaded.length()))
          .nextStep("Read until the end of the file, however long it is.");
    }
    return observed
        .means("Before the errors can be right, the ordinary case must be.")
        .nextStep("Read the whole text as UTF-8, and leave its line ends as they are.")
        .evidence("Returned", '"' + loaded.replace("\n", "\\n") + '"')
        .evidence("Saved", '"' + saved.replace("\n", "\\n") + '"');
  }

  static void assertNothingElse(Disk disk, List<String> expected) {
    if (!disk.names().equals(expected)) {
      throw Diagnosis.observed(
              "Only %s should be there, and there are %s.".formatted(expected, disk.names()))
          .means("Files that no one knows about stay on the disk, and eventually "
            + "fill it.")
          .nextStep("Remove what you create on the way, whether the call succeeds or fails.")
          .evidence("On the disk", disk.recording());
    }
  }

  static Diagnosis partialFile(Disk disk) {
    return Diagnosis.observed(
            "The disk was full after 3 of 11 bytes; left behind: " + disk.names() + ".")
        .means("The next reader takes half a file for a whole one.")
        .nextStep("Delete the file when writing it fails, if it did not exist before.")
        .evidence("On the disk", disk.recording());
  }
}
