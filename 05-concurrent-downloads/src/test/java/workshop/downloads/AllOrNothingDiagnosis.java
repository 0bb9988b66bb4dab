package workshop.downloads;

import java.util.List;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains the mistakes that {@link AllOrNothingTest} finds. */
final class AllOrNothingDiagnosis {

  private AllOrNothingDiagnosis() {}

  static Diagnosis isNotBesideTheTarget(Disk disk) {
    return Diagnosis.observed(
            "menu.bin is in place, but its bytes were not written to a file in the same directory.")
        .means(
            "The temporary file was not in the target's directory. A move to another disk fails,"
                + " or becomes a copy that other programs can see half finished.")
        .nextStep("Put the temporary file next to the target, with to.resolveSibling(…).")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isNotMoved(Disk disk) {
    return Diagnosis.observed("The whole body arrived, but no file was moved to the name menu.bin.")
        .means(
            "If the file does not get its final name in one step, other programs may find a"
                + " partial file.")
        .nextStep("Check and verify the temporary file, and then move it with ATOMIC_MOVE.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isMovedBeforeVerified(String fault, Disk disk) {
    return Diagnosis.observed(
            fault + " The file was moved to its final name before it was verified.")
        .means("Other programs could read the damaged file under its final name.")
        .nextStep("Verify the temporary file first, and move it only if its checksum is right.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis deletesTheOtherFile(Disk disk) {
    return Diagnosis.observed(
            "Two downloads had the same target. When one of them failed, it also"
                + " deleted the other one's temporary file.")
        .means("The other download now writes to a deleted file, and its bytes are lost.")
        .nextStep("Remember which file this download created, and delete only that one.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isDoneByAnotherThread(DiskEvent event, Disk disk) {
    String done =
        switch (event.op()) {
          case READ -> "read for its checksum";
          case FORCE -> "forced";
          case ATTRIBUTES -> "examined (for its length, or whether it exists)";
          default -> "moved";
        };
    return Diagnosis.observed("The file was %s by the thread %s.".formatted(done, event.thread()))
        .means(
            "The stages after sendAsync run on a thread of the client or of the common pool. A"
                + " slow disk then keeps this thread from serving other downloads.")
        .nextStep(
            "For each stage, use the method that takes an executor, such as handleAsync(…,"
                + " worker).")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isDeletedByAnotherThread(DiskEvent delete, Disk disk) {
    return Diagnosis.observed("The file was deleted by the thread %s.".formatted(delete.thread()))
        .means(
            "While the disk is slow, that thread waits: a thread of the client or of the common"
                + " pool, or the thread that calls cancel().")
        .nextStep("Clean up on the worker as well, for example with handleAsync(…, worker).")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis replacesADirectory(String fault) {
    return Diagnosis.observed(fault + " The directory was removed, and the file took its place.")
        .means(
            "REPLACE_EXISTING removes the old file and then renames the new one. Between the two"
                + " steps, other programs find no file.")
        .nextStep("Use ATOMIC_MOVE, which replaces the file in one step.");
  }

  static Diagnosis needsTheWorker(Disk disk) {
    return Diagnosis.observed(
            "The worker was shut down in the middle of the download. The result never completed.")
        .means(
            "The worker rejected the stage that completes the result, so a caller waits forever.")
        .nextStep("Add a last stage, without an executor, that always completes the result.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis sharesATemporaryFile(String end, Disk disk) {
    return Diagnosis.observed("Two downloads had the same target, and " + end)
        .means("Both downloads wrote to the same temporary file, so their bytes are mixed.")
        .nextStep("Give each download its own temporary file.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis namesItByTime(List<String> names) {
    return Diagnosis.observed(
            "Two downloads began together. The names of their temporary files differ only by the"
                + " time: %s.".formatted(names))
        .means("Two downloads that begin in the same millisecond write to the same file.")
        .nextStep("Use a name that no other download can have, from UUID.randomUUID or a counter.");
  }

  static Diagnosis needsADirectory(Throwable failure) {
    return Diagnosis.observed(
            "The target was Path.of(\"menu.bin\"), and the download failed: " + failure)
        .means(
            "A file in the current directory has a path without a parent: getParent() returns"
                + " null.")
        .nextStep("Build the path of the temporary file with Path.resolveSibling.")
        .because(failure);
  }

  static Diagnosis collectsTheBody(long sent, Disk disk) {
    return Diagnosis.observed(
            "The server has sent %d bytes of the body, but only %d bytes are on the disk."
                .formatted(sent, PartFile.writtenBytes(disk)))
        .means("The body is collected in memory. A large file, or a hundred files, will not fit.")
        .nextStep("Let the client write the body to a file as it arrives: use OneByOne.into.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis changesTheOldFile(String situation, Disk disk) {
    String now =
        disk.exists("menu.bin")
            ? "had been replaced by %d other bytes".formatted(disk.contents("menu.bin").length)
            : "was gone";
    return Diagnosis.observed("%s At that moment, the old menu.bin %s.".formatted(situation, now))
        .means(
            "Another program that opens menu.bin at that moment finds no file, or a partial one.")
        .nextStep(
            "Write to a temporary file, and move it to the name menu.bin when it is complete.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis changesTheFinalName(Op op, Disk disk) {
    return Diagnosis.observed("The file menu.bin was changed by %s, not by a move.".formatted(op))
        .means("For some time, other programs find a partial file, or none, under the final name.")
        .nextStep("Use an atomic move, which replaces a file in one step.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis publishesAfterAFailedForce(Disk disk) {
    return Diagnosis.observed("Forcing the temporary file failed, but the file was moved anyway.")
        .means("After a power failure, the file may have its final name but not its content.")
        .nextStep("If the force fails, let the download fail before the move.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis movesDuringTheForce(Disk disk) {
    return Diagnosis.observed("The file was moved while it was still being forced.")
        .means("A power failure during the force may leave an empty file under the final name.")
        .nextStep("Begin the move only when the force is done.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis endsBeforeTheLastForce(Disk disk) {
    return Diagnosis.observed("The download succeeded before the disk had finished the last force.")
        .means("The caller believes that the file is durable. A power failure may undo the move.")
        .nextStep("Complete the result after you have synced the directory.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isNotForced(Disk disk) {
    return Diagnosis.observed("Nothing was forced between the last write and the move.")
        .means("After a power failure, the file may have its final name but not its content.")
        .nextStep("Sync the temporary file with Fsync.file before you move it.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis directoryIsNotForced(Disk disk) {
    return Diagnosis.observed(
            "The file was moved to its final name, but its directory was not forced.")
        .means("The new name is part of the directory. A power failure may undo the move.")
        .nextStep("Sync the directory with Fsync.directoryOf after the move.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis movesAfterTheCancel(Disk disk) {
    return Diagnosis.observed(
            "The caller canceled the download while it was being verified. The result and the"
                + " directory contradict each other.")
        .means(
            "The caller believes that the old file is still there, but the new one has replaced"
                + " it.")
        .nextStep(
            "A cancel must either prevent the move or come too late. If it comes too late, the"
                + " result is the file.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis losesAnError(Disk disk) {
    return Diagnosis.observed("The move threw an Error, and the result never completed.")
        .means("The caller waits forever, and the temporary file is left behind.")
        .nextStep("Catch Throwable around the steps, clean up, and let the result fail.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis hidesAFailedSync(Disk disk) {
    return Diagnosis.observed("Syncing the directory failed, but the download succeeded.")
        .means("The caller believes that the file is durable. A power failure may undo the move.")
        .nextStep(
            "Let the error of Fsync.directoryOf fail the download, even though the file is there.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis doesNotEndAfterACancel() {
    return Diagnosis.observed("The caller canceled the download, and the result never completed.")
        .means("Code that waits for the end of the download, such as 05-7, waits forever.")
        .nextStep("Complete the result after the cleanup, even when the exchange was canceled.");
  }

  static Diagnosis succeedsAfterACancel() {
    return Diagnosis.observed("The caller canceled the download, but the result succeeded.")
        .means("The caller believes that the file is there, but it is not.")
        .nextStep("Let the result fail with the exchange's exception.");
  }
}
