package workshop.downloads;

import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;

/** What {@link AllOrNothingTest} says about mistakes. */
final class AllOrNothingDiagnosis {

  private AllOrNothingDiagnosis() {}

  static Diagnosis isNotBesideTheTarget(Disk disk) {
    return Diagnosis.observed("The file is there, and no byte was written in its directory.")
        .means(
            "The temporary file was not in the target's directory. If that is another disk, a move"
                + " from there is refused, or it is a copy that others can see half done.")
        .nextStep("Put the temporary file beside the target: to.resolveSibling(…).")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isNotMoved(Disk disk) {
    return Diagnosis.observed("The whole body arrived, and no file was moved to the name menu.bin.")
        .means("What was written under another name has to get the final name in one step.")
        .nextStep("Move the temporary file, with ATOMIC_MOVE, when it is checked and verified.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isMovedBeforeVerified(String fault, Disk disk) {
    return Diagnosis.observed(fault + " The file was moved to its name before it was verified.")
        .means(
            "For an instant, or for good, every reader saw the damaged file under the final name.")
        .nextStep("Verify the temporary file. Move it only after that.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis deletesTheOtherFile(Disk disk) {
    return Diagnosis.observed(
            "Two downloads went to one name. One failed, and deleted the temporary file of the"
                + " other as well.")
        .means("The other one writes to a file without a name, and its bytes are lost.")
        .nextStep("Remember which file this download has made, and delete only that one.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isDoneByAnotherThread(DiskEvent event, Disk disk) {
    String done =
        switch (event.op()) {
          case READ -> "read for its checksum";
          case FORCE -> "forced";
          default -> "moved";
        };
    return Diagnosis.observed("The file was %s by the thread %s.".formatted(done, event.thread()))
        .means(
            "What follows sendAsync runs on a thread of the client or of the common pool. A slow"
                + " disk keeps that thread from other downloads.")
        .nextStep("Use the variants that take an executor, such as handleAsync(…, worker).")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isDeletedByAnotherThread(DiskEvent delete, Disk disk) {
    return Diagnosis.observed("The file was deleted by the thread %s.".formatted(delete.thread()))
        .means("A slow disk keeps a thread of the client, or of the common pool, from its work.")
        .nextStep("Clean up on the worker as well, for instance with handleAsync(…, worker).")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis replacesADirectory(String fault) {
    return Diagnosis.observed(fault + " The directory was removed, and the file took its place.")
        .means(
            "REPLACE_EXISTING removes what is there and then renames. Between the two steps, there"
                + " is no file of that name.")
        .nextStep("Move with ATOMIC_MOVE, which is one step.");
  }

  static Diagnosis needsTheWorker(Disk disk) {
    return Diagnosis.observed(
            "The worker was shut down in the middle of the download. The result never came.")
        .means("The worker refused the stage that completes the result, so a caller waits forever.")
        .nextStep("Add a last stage without an executor that completes the result in any case.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis sharesATemporaryFile(String end, Disk disk) {
    return Diagnosis.observed("Two downloads went to one name, and " + end)
        .means("They shared a temporary file, and both wrote into it at the same time.")
        .nextStep("Give each download a temporary file of its own.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis collectsTheBody(long sent, Disk disk) {
    return Diagnosis.observed(
            "The server has sent %d bytes of the body; %d bytes are on the disk."
                .formatted(sent, PartFile.writtenBytes(disk)))
        .means("The body is collected in memory. A large file, or a hundred files, do not fit.")
        .nextStep("Let the client write the body to a file as it comes: use OneByOne.into.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis changesTheOldFile(String situation, Disk disk) {
    String now =
        disk.exists("menu.bin")
            ? "held %d other bytes".formatted(disk.contents("menu.bin").length)
            : "was gone";
    return Diagnosis.observed("%s The old menu.bin %s at that moment.".formatted(situation, now))
        .means("A program that looked then saw no file, or a partial one, instead of the old one.")
        .nextStep("Write to a file of another name, and move it to this one when it is right.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis changesTheFinalName(Op op, Disk disk) {
    return Diagnosis.observed("The file menu.bin was changed by %s, not by a move.".formatted(op))
        .means("In the middle of that, there is a partial file, or none, under the final name.")
        .nextStep("Use an atomic move: it alone changes what a name stands for in one step.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis publishesAfterAFailedForce(Disk disk) {
    return Diagnosis.observed(
            "The force of the temporary file failed, and the file was moved anyway.")
        .means("A power failure may leave the final name without its content.")
        .nextStep("Let the error of the force end the download, before the move.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis movesDuringTheForce(Disk disk) {
    return Diagnosis.observed("The file was moved while it was still being forced.")
        .means("The move did not wait for the force. A power failure may leave an empty file.")
        .nextStep("Run the steps one after the other, and begin the move when the force is done.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis endsBeforeTheLastForce(Disk disk) {
    return Diagnosis.observed("The download succeeded before the disk had finished the last force.")
        .means("The caller believes that the file is durable. A power failure may undo the move.")
        .nextStep("Complete the result after the directory was synced.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isNotForced(Disk disk) {
    return Diagnosis.observed("No force came between the last write and the move.")
        .means("After a power failure, the name may be there without the content.")
        .nextStep("Sync the temporary file before you move it: Fsync.file.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis directoryIsNotForced(Disk disk) {
    return Diagnosis.observed("The file was moved to its name, and its directory was not forced.")
        .means("The new name is part of the directory. A power failure may undo the move.")
        .nextStep("Sync the directory after the move: Fsync.directoryOf.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis movesAfterTheCancel(Disk disk) {
    return Diagnosis.observed(
            "The caller canceled the download while it was verified. The result and the directory"
                + " contradict each other.")
        .means("The caller believes that the old file is there, and the new one has replaced it.")
        .nextStep(
            "Let one side win: the cancel keeps the file from being moved, or it comes too late and"
                + " the result is the file.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis losesAnError(Disk disk) {
    return Diagnosis.observed("The move threw an Error, and the result never came.")
        .means("The caller waits forever, and the temporary file stays.")
        .nextStep("Catch whatever a step throws, clean up, and let the result fail with it.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis hidesAFailedSync(Disk disk) {
    return Diagnosis.observed("The sync of the directory failed. The download succeeded.")
        .means("The caller believes that the file is durable. A power failure may undo the move.")
        .nextStep(
            "Let the error of Fsync.directoryOf end the download, although the file is there.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis doesNotEndAfterACancel() {
    return Diagnosis.observed("The caller canceled the download, and the result never came.")
        .means("Code that waits for the end of the download, such as 05-7, waits forever.")
        .nextStep("Complete the result after the clean-up, when the exchange has ended as well.");
  }

  static Diagnosis succeedsAfterACancel() {
    return Diagnosis.observed("The caller canceled the download, and the result is a success.")
        .means("The caller believes that the file is there. It is not.")
        .nextStep("Let the result fail with what the exchange failed with.");
  }
}
