package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.disk.Outcome;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains wrong answers to 01-4. */
final class NamedErrorsDiagnosis {

  private NamedErrorsDiagnosis() {}

  static Diagnosis madeTheDirectory() {
    return Diagnosis.observed("The file's directory was missing, and save() created it.")
        .means(
            "With a mistyped path, save() now creates a directory instead of failing, and the file"
                + " ends up there.")
        .nextStep("Do not create directories: let the error leave the method.");
  }

  static void assertStillThere(Disk disk, String name) {
    if (!disk.names().contains(name)) {
      throw Diagnosis.observed("Saving to " + name + " failed, and now " + name + " is gone.")
          .means(
              "Your cleanup deleted something that this call had not created: "
                  + name
                  + " existed before.")
          .nextStep("Delete only what this call created.")
          .evidence("On the disk", disk.recording());
    }
  }

  /** Expects that the answer wrote the empty string, or at least tried to. */
  static void assertTried(Disk disk, String before) {
    boolean changed = !before.equals(new String(disk.contents("menu.txt"), UTF_8));
    if (!changed && disk.recording().only(Op.OPEN, Op.MOVE).isEmpty()) {
      throw Diagnosis.observed("save() was given an empty string, and it left the file as it was.")
          .means("The caller saved an empty string, but will load the old text.")
          .nextStep("Save an empty string like any other text.");
    }
  }

  static Diagnosis swallowed(Disk disk, String name) {
    assertThat(disk).wasUsed();
    Optional<DiskEvent> refused = refused(disk);
    if (refused.isPresent()) {
      boolean again =
          disk.recording().after(refused.get()).only(refused.get().op()).events().stream()
              .anyMatch(DiskEvent::isDone);
      return Diagnosis.observed(
              "An operation failed, "
                  + (again ? "a second attempt succeeded, and " : "and ")
                  + name
                  + "() returned as if nothing had happened.")
          .means("The error is swallowed: the caller does not find out about it.")
          .nextStep(
              "Let an IOException leave the method. A PrintWriter hides such an error, and so does"
                  + " an empty catch block.")
          .evidence("On the disk", disk.recording());
    }
    return Diagnosis.observed(name + "() returned normally, although it could not do its work.")
        .means("The caller believes that the call succeeded" + unfinished(disk))
        .nextStep("Try the operation. If something is wrong, the disk's own error says what it is.")
        .evidence("On the disk", disk.recording());
  }

  private static Optional<DiskEvent> refused(Disk disk) {
    return disk.recording().events().stream()
        .filter(event -> event.outcome() instanceof Outcome.Failed)
        .findFirst();
  }

  private static String unfinished(Disk disk) {
    if (!disk.recording().only(Op.MAP).isEmpty()) {
      return ". If the disk fails, mapped memory reports no IOException.";
    }
    boolean partly =
        disk.recording().events().stream()
            .anyMatch(event -> event.writes() && event.transferred() < event.requested());
    return partly
        ? ", but a write took fewer bytes than it was given, and the remaining bytes were never"
            + " written."
        : ", but nothing was read or written.";
  }

  static void assertNames(Path file, IOException error) {
    if (!String.valueOf(error.getMessage()).contains(file.toString())) {
      boolean namesTheLastPart =
          String.valueOf(error.getMessage()).contains(file.getFileName().toString());
      throw Diagnosis.observed(
              (namesTheLastPart
                      ? "The error names the file without its directories: "
                      : "The error does not name the file: ")
                  + error)
          .means(
              "The person who reads the error has to search for the file. Its path is "
                  + file
                  + ".")
          .nextStep(
              "Put the path, as it was given, into the message of the exception that you throw.")
          .because(error);
    }
  }

  static void assertKeeps(Disk disk, Class<? extends IOException> kind, IOException error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (kind.isInstance(at) && isTheDisksOwn(disk, at)) {
        return;
      }
    }
    throw lost(disk, kind.getSimpleName(), error);
  }

  private static boolean isTheDisksOwn(Disk disk, Throwable error) {
    return disk.recording().events().stream()
        .anyMatch(
            event -> event.outcome() instanceof Outcome.Failed failed && failed.error() == error);
  }

  /** Expects that {@code error} keeps {@code fault}, although the cleanup failed as well. */
  static void assertKeepsTheFirst(Disk disk, IOException fault, String second, IOException error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at != fault && String.valueOf(at.getMessage()).endsWith(second)) {
        throw Diagnosis.observed(
                "Two operations failed, and the second error (%s) hides the first one (%s)."
                    .formatted(second, fault.getMessage()))
            .means("The first error says what went wrong. The second one came from the cleanup.")
            .nextStep(
                "Throw the first error, and add the second one to it with addSuppressed(), as"
                    + " try-with-resources does.")
            .because(error);
      }
    }
    assertKeeps(disk, fault, error);
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
      return Diagnosis.observed("No disk operation failed, but your code threw: " + error)
          .means(
              "Only the disk's own error gives the reason. The result of an existence check may be"
                  + " out of date a moment later.")
          .nextStep(
              "Do not check first: try the operation, and make the disk's own error the cause of"
                  + " yours.")
          .evidence("On the disk", disk.recording());
    }
    return Diagnosis.observed(
            "The disk's own error ("
                + original
                + ") is not among the causes of "
                + error.toString().replace(disk.directory() + File.separator, ""))
        .means("The original error is lost, and with it the reason and the line where it happened.")
        .nextStep("Pass the exception that you caught to the new one as its cause.")
        .because(error);
  }

  static Diagnosis notLoaded(String loaded, String saved) {
    if (saved.length() > 1000) {
      return Diagnosis.observed(
              String.format(
                  Locale.ROOT,
                  "load() returned %,d characters, but the text has %,d.",
                  loaded.length(),
                  saved.length()))
          .means("The caller mistakes a part of the text for the whole.")
          .nextStep("Read to the end of the file, no matter how long it is.");
    }
    boolean sameLines = loaded.lines().toList().equals(saved.lines().toList());
    return Diagnosis.observed(
            loaded.equals(saved.stripTrailing())
                ? "load() returned the text without the newline at its end."
                : "load() returned a different text from the one in the file.")
        .means(
            sameLines
                ? "Line endings are part of the text, including the last one."
                : "The file is UTF-8. In another charset, letters that are not ASCII turn into"
                    + " other letters.")
        .nextStep("Read the whole text as UTF-8, and leave its line endings as they are.")
        .evidence("Returned", '"' + loaded.replace("\n", "\\n") + '"')
        .evidence("Saved", '"' + saved.replace("\n", "\\n") + '"');
  }

  /** Expects that nothing of a failed call is in what the next call has loaded. */
  static void assertStartedFresh(String expected, String loaded) {
    if (!loaded.equals(expected)) {
      throw Diagnosis.observed(
              "After a call that had failed, the next call returned \"%s\" instead of \"%s\"."
                  .formatted(loaded, expected))
          .means("Your object still holds what the failed call had read.")
          .nextStep(
              "Keep nothing from one call to the next: begin each call with an empty buffer.");
    }
  }

  static void assertNothingElse(Disk disk, List<String> expected) {
    if (!disk.names().equals(expected)) {
      throw Diagnosis.observed(
              "After the call, the directory contains %s, but it should contain only %s."
                  .formatted(disk.names(), expected))
          .means("Each extra file stays on the disk forever.")
          .nextStep("Delete the extra files that you create, whether the call succeeds or fails.")
          .evidence("On the disk", disk.recording());
    }
  }

  static Diagnosis replacedTheDirectory(Disk disk) {
    return Diagnosis.observed("save() was given a directory, and now there is a file in its place.")
        .means("A move with REPLACE_EXISTING also replaces an empty directory.")
        .nextStep(
            "If the path is a directory, throw an IOException, and leave the directory as it is.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis leftAfterTheClose(Disk disk) {
    return Diagnosis.observed(
            "The close failed, and save() left these files behind: " + disk.names() + ".")
        .means(
            "A close can be the first operation that reports a lost write. The file may be"
                + " incomplete.")
        .nextStep(
            "Clean up after a failed close as well. The cleanup has to come after the try block"
                + " that closes the file.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis partialFile(Disk disk) {
    return Diagnosis.observed(
            "The disk was full after 3 of 11 bytes, and save() left these files behind: "
                + disk.names()
                + ".")
        .means(
            disk.exists("menu.txt")
                ? "The next reader mistakes half a file for a whole one."
                : "Each failed call leaves another useless file on the disk.")
        .nextStep("If a write fails, delete the file, unless it existed before the call.")
        .evidence("On the disk", disk.recording());
  }
}
