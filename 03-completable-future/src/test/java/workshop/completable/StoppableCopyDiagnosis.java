package workshop.completable;

import java.time.Duration;
import java.util.List;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains the mistakes that {@link StoppableCopyTest} finds. */
final class StoppableCopyDiagnosis {

  private StoppableCopyDiagnosis() {}

  /** Expects that nothing began after {@code underway}, which the disk still holds. */
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
            "%s while the disk held the %s, but then %s."
                .formatted(why, nameOf(underway), began(later)));
    boolean reads = later.stream().anyMatch(event -> event.op() == Op.READ);
    boolean writes = later.stream().anyMatch(event -> event.op() == Op.WRITE);
    throw OnDisk.shown(
        reads != writes
            ? observed
                .means(
                    "The loop checks the future before each %s, but not before each %s."
                        .formatted(reads ? "write" : "read", reads ? "read" : "write"))
                .nextStep(
                    "Check before each read and before each write whether the future that you"
                        + " returned is done.")
            : why.contains("deadline")
                ? observed
                    .means(
                        "A cancel stops the work, but a timeout does not. After a timeout,"
                            + " isCancelled() returns false.")
                    .nextStep(
                        "Ask isDone(), which is true after a cancel, after a timeout and after any"
                            + " other end.")
                : observed
                    .means(
                        "A cancel or a timeout stops no thread. It completes only the future that"
                            + " copy(...) returned, not a future from which you derived that one."
                            + " The target still changes after the caller has seen that the copy"
                            + " failed.")
                    .nextStep(
                        "Let the loop check before each read and each write whether the future is"
                            + " done, and return that very future."),
        disk);
  }

  private static String began(List<DiskEvent> later) {
    String first = nameOf(later.getFirst());
    return later.size() == 1
        ? "the " + first + " began"
        : later.size() + " more operations began, first the " + first;
  }

  private static String nameOf(DiskEvent event) {
    return event.op() + " of " + event.file().getFileName();
  }

  /** Expects that the bytes were moved by reads and writes. */
  static void assertReadAndWritten(Disk disk) {
    for (DiskEvent copy : disk.recording().only(Op.COPY)) {
      throw movedAll(copy, disk);
    }
    for (DiskEvent transfer : disk.recording().only(Op.TRANSFER)) {
      throw OnDisk.shown(
          Diagnosis.observed("The bytes were copied by a %s.".formatted(nameOf(transfer)))
              .means(
                  "A transfer reads and writes in one operation. The suite holds single reads and"
                      + " writes to see what your code does between them.")
              .nextStep("Replace transferTo with a loop that reads a chunk and writes it."),
          disk);
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
            .means("No cancel can stop it midway, no matter how long it takes.")
            .nextStep(
                "Open both files, and copy chunk by chunk: read a chunk of a fixed size, write it,"
                    + " and repeat."),
        disk);
  }

  static Diagnosis targetRemoved() {
    return Diagnosis.observed("The future was canceled, and then copy.txt was deleted.")
        .means(
            "The exercise asks you to keep what was copied before the cancel. The caller may want"
                + " to resume there.")
        .nextStep("Stop, close both files, and keep the target.");
  }

  static Diagnosis openedAlthoughUnwanted() {
    return Diagnosis.observed(
            "Two copies were queued in the executor. One was canceled, and the deadline of the"
                + " other passed, but a file was still opened.")
        .means("The copy begins although no caller wants it anymore, and it empties the target.")
        .nextStep("Check the future before you open a file, too, not only between two chunks.");
  }

  static Diagnosis wrongCount(int expected, Object count) {
    return Diagnosis.observed(
            expected + " bytes were copied, but the future completed with " + count)
        .means("A caller that checks or prints the number gets a wrong one.")
        .nextStep("Add up the counts that the writes return.");
  }

  static Diagnosis notFailedWhileHeld(Duration deadline) {
    return notFailed(deadline, "the disk is still held")
        .means(
            "Either you set no timer, or your code checks the clock only between two chunks. One"
                + " chunk may take a long time, and the caller has to wait for it.")
        .nextStep("Let a timer complete the returned future: orTimeout has a thread for that.");
  }

  static Diagnosis notFailedInTheQueue(Duration deadline) {
    return notFailed(deadline, "the copy is still queued in the executor")
        .means(
            "A deadline that you set inside the task starts only when the task starts, but the"
                + " queue may be long.")
        .nextStep("Call orTimeout in copy(...) itself, not in the task.");
  }

  private static Diagnosis.Observed notFailed(Duration deadline, String stillSo) {
    return Diagnosis.observed(
        "The deadline of %d ms has passed, but the future is not complete: %s."
            .formatted(deadline.toMillis(), stillSo));
  }

  static Diagnosis failedTooEarly(Duration deadline, Duration passed) {
    return Diagnosis.observed(
            "The deadline is %s ms, but the future failed with a TimeoutException after %s ms."
                .formatted(millis(deadline), millis(passed)))
        .means("Your code gives up on a copy that might have finished in time.")
        .nextStep(
            "Pass the exact deadline to orTimeout: toSeconds() and toMillis() drop the fraction.");
  }

  private static String millis(Duration duration) {
    return String.valueOf(duration.toNanos() / 100_000 / 10.0).replaceFirst("\\.0$", "");
  }

  static Diagnosis successAfterTheDeadline(Object result) {
    return Diagnosis.observed(
            "The deadline passed, but the future did not fail: it completed with " + result)
        .means("The caller believes that this is the number of bytes of a complete copy.")
        .nextStep("Let the future fail with a TimeoutException: orTimeout does that.");
  }

  static Diagnosis otherFailureAfterTheDeadline(Throwable failure) {
    return Diagnosis.observed(
            "The deadline passed, but the future failed with another exception: " + failure)
        .means(
            "Callers recognize a missed deadline by the type: a TimeoutException without a"
                + " wrapper.")
        .nextStep("Call orTimeout on the future that you return.")
        .because(failure);
  }

  static Diagnosis noWorkCame(int times, String operation) {
    return Diagnosis.observed(
            "The deadline passed %d times, but the copy never reached the %s that"
                    .formatted(times, operation)
                + " the disk holds.")
        .means("Either no work was started, or the work ended too early.")
        .nextStep("Start the work on the executor when copy is called, and read chunk by chunk.");
  }
}
