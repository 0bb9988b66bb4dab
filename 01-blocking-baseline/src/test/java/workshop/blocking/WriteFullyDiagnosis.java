package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.disk.Outcome;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains wrong answers to 01-1. */
final class WriteFullyDiagnosis {

  private WriteFullyDiagnosis() {}

  /** Expects that an empty file was forced. SYNC does not replace that: it applies to writes. */
  static void assertForced(Disk disk) {
    Recording seen = disk.recording();
    if (seen.events().stream()
        .anyMatch(event -> event.op() == Op.FORCE && event.isDone() && event.metadata())) {
      return;
    }
    boolean sync =
        seen.events().stream().anyMatch(e -> e.options().contains(StandardOpenOption.SYNC));
    throw Diagnosis.observed(
            sync
                ? "The file was opened with SYNC and emptied, but nothing was written or forced."
                : "The file was emptied, but force(true) was never called.")
        .means(
            (sync ? "SYNC makes writes durable, and with empty content there is no write. " : "")
                + "The new size of the file is metadata. After a power failure, the old content"
                + " may be back.")
        .nextStep("Force the file even if there is nothing to write.")
        .evidence("On the disk", seen);
  }

  /** Expects that the old content was cut off before the first write, and not afterwards. */
  static void assertEmptiedFirst(Disk disk) {
    for (DiskEvent event : disk.recording().on(disk.path("order.txt")).events()) {
      if (event.op() == Op.TRUNCATE
          || event.options().contains(StandardOpenOption.TRUNCATE_EXISTING)) {
        return;
      }
      if (event.writes()) {
        throw Diagnosis.observed(
                "The new content was written over the old content, and the file was cut to its new"
                    + " length afterwards.")
            .means(
                "If a write fails, the file holds a mixture: new bytes at the beginning, and old"
                    + " bytes after them.")
            .nextStep("Empty the file when you open it, with TRUNCATE_EXISTING.")
            .evidence("On the disk", disk.recording());
      }
    }
  }

  static void assertNotDeleted(Disk disk) {
    if (!disk.recording().on(disk.path("order.txt")).only(Op.DELETE).isEmpty()) {
      throw Diagnosis.observed("write() deleted the old file and created a new one.")
          .means(
              "For a moment there is no file, and a program that opens it then fails. The new file"
                  + " may also have other permissions.")
          .nextStep("Open the existing file with an option that truncates it.")
          .evidence("On the disk", disk.recording());
    }
  }

  static Diagnosis swallowedTheFullDisk(Disk disk, byte[] content) {
    if (disk.recording().events().stream().noneMatch(WriteFullyDiagnosis::isRefusedWrite)) {
      assertThat(disk).file("order.txt").wasWrittenOnce(content); // it went elsewhere, or nowhere
    }
    if (disk.exists("order.txt") && Arrays.equals(disk.contents("order.txt"), content)) {
      return Diagnosis.observed(
              "The second write failed with \"No space left on device\". Your code tried again,"
                  + " and write() returned normally.")
          .means("The caller does not find out that the disk has a problem.")
          .nextStep("Let the first IOException leave the method, without a second attempt.")
          .evidence("On the disk", disk.recording());
    }
    return Diagnosis.observed(
            "The second write failed with \"No space left on device\", but write() returned"
                + " normally.")
        .means(
            "Only 7 of 27 bytes are in the file, but the caller believes that the file is"
                + " complete.")
        .nextStep("Let the IOException leave the method.")
        .evidence("On the disk", disk.recording());
  }

  /** Expects that nothing of a failed call is in the file that the next call has written. */
  static void assertStartedFresh(Disk disk, String content) {
    if (!Arrays.equals(content.getBytes(UTF_8), disk.contents("order.txt"))) {
      throw Diagnosis.observed(
              "After a call that had failed, the next call did not write exactly its own content.")
          .means("Your object still holds bytes or a position of the failed call.")
          .nextStep("Keep nothing from one call to the next: begin each call with a new buffer.")
          .evidence("On the disk", disk.recording());
    }
  }

  private static boolean isRefusedWrite(DiskEvent event) {
    return event.writes() && event.outcome() instanceof Outcome.Failed;
  }

  static void assertNoForceFailed(Disk disk) {
    boolean forcedAgain =
        disk.recording().only(Op.FORCE).events().stream().anyMatch(DiskEvent::isDone);
    if (disk.recording().only(Op.FORCE).isEmpty()) {
      return;
    }
    if (forcedAgain) {
      throw Diagnosis.observed(
              "force(true) failed with \"Input/output error\", a second force succeeded, and"
                  + " write() returned normally.")
          .means(
              "After a failed force, the system may drop the bytes that it could not write. Then"
                  + " the second force has nothing left to do, and the data is lost.")
          .nextStep("Let the first IOException leave the method, without a second attempt.")
          .evidence("On the disk", disk.recording());
    }
    throw Diagnosis.observed(
            "force(true) failed with \"Input/output error\", but write() returned normally.")
        .means("The device may not have stored the bytes, and the caller does not find out.")
        .nextStep("Let the IOException of force() leave the method.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis swallowedTheFailedClose(Disk disk) {
    assertThat(disk).wasUsed();
    return Diagnosis.observed(
            "The close failed with \"Input/output error\", but write() returned normally.")
        .means(
            "On some file systems, the close is the first operation to report that a write was"
                + " lost.")
        .nextStep("Let the IOException of close() leave the method, as try-with-resources does.")
        .evidence("On the disk", disk.recording());
  }

  static void assertWrittenInSpiteOfTheInterrupt(Disk disk, byte[] content) {
    if (disk.exists("order.txt") && Arrays.equals(disk.contents("order.txt"), content)) {
      if (!isOpenedInVain(disk.recording().events())) {
        return;
      }
      throw Diagnosis.observed(
              "An interrupt closed the channel. Your code opened the file again, and write()"
                  + " returned normally.")
          .means("An interrupt asks the thread to stop, but your code goes on to the end.")
          .nextStep("Let the ClosedByInterruptException leave the method: it is an IOException.")
          .evidence("On the disk", disk.recording());
    }
    throw Diagnosis.observed(
            "An interrupt closed the channel before everything was written, but write() returned"
                + " normally.")
        .means("The caller believes that the bytes are in the file.")
        .nextStep("Let the ClosedByInterruptException leave the method: it is an IOException.")
        .evidence("On the disk", disk.recording());
  }

  /** Returns whether the file was opened through a channel on which no operation succeeded. */
  private static boolean isOpenedInVain(List<DiskEvent> events) {
    return events.stream()
        .filter(open -> open.op() == Op.OPEN)
        .filter(open -> !open.options().contains(StandardOpenOption.CREATE_NEW))
        .anyMatch(open ->
            events.stream()
                .filter(event -> event.handle() == open.number())
                .filter(event -> event.op() != Op.OPEN && event.op() != Op.CLOSE)
                .noneMatch(DiskEvent::isDone));
  }

  static void assertUnchanged(byte[] content, String text) {
    if (!Arrays.equals(content, text.getBytes(UTF_8))) {
      throw Diagnosis.observed("write() changed the array that it was given.")
          .means("The array belongs to the caller, who may use it again.")
          .nextStep("Read the array without changing it.");
    }
  }
}
