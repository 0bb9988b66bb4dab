package workshop.completable;

import java.time.Duration;
import java.util.List;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;

/** What {@link StoppableCopyTest} says about mistakes. */
final class StoppableCopyDiagnosis {

  private StoppableCopyDiagnosis() {}

  /** Expects that nothing began after {@code underway}, which the disk held all the time. */
  static void assertNothingBegan(Disk disk, DiskEvent underway, String why) {
    List<DiskEvent> later =
        disk
            .recording()
            .after(underway)
            .only(Op.READ, Op.WRITE, Op.TRANSFER, Op.COPY)
            .events()
            .stream()
            .filter(event -> event.transferred() > 0 || !event.hasEnded()) // others moved nothing
            .toList();
    if (later.isEmpty()) {
      return;
    }
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "%s while the disk held the %s; after that, %s."
                .formatted(why, nameOf(underway), began(later)));
    throw OnDisk.shown(
        later.size() == 1 && later.getFirst().op() != underway.op()
            ? observed
                .means(
                    "The work asks in one place and not in the other. Where it does not ask, the"
                        + " target still changes after the failure was reported.")
                .nextStep(
                    "Ask before each read and before each write whether the future that you"
                        + " returned is done.")
            : observed
                .means(
                    "Completing a future, by cancel or by a timeout, stops no thread. It completes"
                        + " only the future that copy returned, not one that this was made from by"
                        + " whenComplete, thenApply or copy. The target still changes after the"
                        + " failure was reported.")
                .nextStep(
                    "Let the work ask before each read and each write whether the future is done,"
                        + " and return that very future."),
        disk);
  }

  private static String began(List<DiskEvent> later) {
    String first = nameOf(later.getFirst());
    return later.size() == 1
        ? "the " + first + " began"
        : later.size() + " more operations began, the first of them the " + first;
  }

  private static String nameOf(DiskEvent event) {
    return event.op() + " of " + event.file().getFileName();
  }

  /** Expects that the disk was not asked to copy. */
  static void assertReadAndWritten(Disk disk) {
    for (DiskEvent copy : disk.recording().only(Op.COPY)) {
      throw movedAll(copy, disk);
    }
  }

  /** Expects that no operation moved a file of {@code size} bytes as a whole. */
  static void assertChunkByChunk(Disk disk, int size) {
    assertReadAndWritten(disk);
    for (DiskEvent event : disk.recording().only(Op.READ, Op.WRITE, Op.TRANSFER)) {
      if (event.transferred() == size) {
        throw movedAll(event, disk);
      }
    }
  }

  private static Diagnosis movedAll(DiskEvent event, Disk disk) {
    return OnDisk.shown(
        Diagnosis.observed("A single %s moved the whole file.".formatted(nameOf(event)))
            .means("It cannot be stopped in the middle, however long it takes.")
            .nextStep(
                "Open both files. Read a chunk of a fixed size, write it, and so on to the end."),
        disk);
  }

  static Diagnosis targetRemoved() {
    return Diagnosis.observed("The future was canceled, and copy.txt is gone.")
        .means("The caller expects to find what was copied until then.")
        .nextStep("Stop, close both files, and touch nothing else.");
  }

  static Diagnosis openedInVain() {
    return Diagnosis.observed(
            "Both copies were given up while they were queued in the executor; then a file was opened.")
        .means("The work begins although its result is no longer wanted, and empties the target.")
        .nextStep("Ask before you begin as well, not only between two chunks.");
  }

  static Diagnosis wrongCount(int expected, Object count) {
    return Diagnosis.observed(expected + " bytes were copied; the future completed with " + count)
        .means("The caller relies on the number.")
        .nextStep("Add up what each write really took.");
  }

  static Diagnosis notToldWhileHeld(Duration deadline) {
    return notTold(deadline, "the disk is still held")
        .means(
            "Code that looks at the clock only between two chunks is late: one chunk may take as long"
                + " as the disk likes.")
        .nextStep("Let a timer complete the future: orTimeout has a thread for that.");
  }

  static Diagnosis notToldInTheQueue(Duration deadline) {
    return notTold(deadline, "the copy is still queued in the executor")
        .means(
            "A deadline that is set inside the task begins when the task does, and the queue may be"
                + " long.")
        .nextStep("Call orTimeout while copy is called, not in the task.");
  }

  private static Diagnosis.Observed notTold(Duration deadline, String stillSo) {
    return Diagnosis.observed(
        "The deadline of %d ms passed long ago, and the future is not complete: %s."
            .formatted(deadline.toMillis(), stillSo));
  }

  static Diagnosis toldTooEarly(Duration deadline, Duration passed) {
    return Diagnosis.observed(
            "The deadline is %d ms, and after %d ms the future failed with a TimeoutException."
                .formatted(deadline.toMillis(), passed.toMillis()))
        .means("A copy that would have been in time is given up.")
        .nextStep("Pass the whole deadline to orTimeout: a unit of seconds loses its fraction.");
  }

  static Diagnosis successAfterTheDeadline(Object result) {
    return Diagnosis.observed("The deadline passed, and the future completed with " + result)
        .means("The caller takes this for a number of bytes, and the copy for complete.")
        .nextStep("Let the future fail with a TimeoutException: orTimeout does that.");
  }

  static Diagnosis otherFailureAfterTheDeadline(Throwable failure) {
    return Diagnosis.observed("The deadline passed, and the future failed with " + failure)
        .means("Callers tell \"too slow\" from \"broken\" by the TimeoutException.")
        .nextStep("Let orTimeout complete the future.")
        .because(failure);
  }

  static Diagnosis noWorkCame(int times) {
    return Diagnosis.observed(
            "The deadline passed %d times, and no work came to the disk.".formatted(times))
        .means("Either nothing was begun, or it had ended before: there is nothing to stop.")
        .nextStep("Begin the work on the executor when copy is called, and read chunk by chunk.");
  }
}
