package workshop.testkit.assertion;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.EventTable;
import workshop.disk.EventThread;
import workshop.disk.Op;
import workshop.disk.OpenHandle;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * Assertions on the operations of a disk up to the call to {@link #assertThat(Disk)}. A failure
 * shows the last operations.
 */
public final class DiskAssert {

  private static final int EVIDENCE = 12;

  private final Recording recording;
  private final @Nullable Disk disk;

  private DiskAssert(Recording recording, @Nullable Disk disk) {
    this.recording = recording;
    this.disk = disk;
  }

  /** Begins assertions on the operations until now, and on the contents of the files. */
  public static DiskAssert assertThat(Disk disk) {
    return new DiskAssert(disk.recording(), disk);
  }

  /** Begins assertions on a recording, without the contents of the files. */
  public static DiskAssert assertThat(Recording recording) {
    return new DiskAssert(requireNonNull(recording, "recording"), null);
  }

  /** Continues with one file; {@code name} is relative to the watched directory. */
  public FileAssert file(String name) {
    return new FileAssert(this, recording, disk, name);
  }

  /** Expects at least one operation. */
  public DiskAssert wasUsed() {
    somethingHappened();
    return this;
  }

  /** Expects that no file is open. The cause of the failure is the line that opened one. */
  public DiskAssert everyHandleIsClosed() {
    noneIsOpen(recording.openHandles());
    return this;
  }

  void noneIsOpen(List<OpenHandle> open) {
    if (open.isEmpty()) {
      return;
    }
    String names =
        open.stream()
            .map(handle -> EventTable.name(recording.directory(), handle.file()) + openedAt(handle))
            .collect(Collectors.joining(",\n"));
    throw fail(Diagnosis.observed("Your code left open: " + names)
            .means(
                "This is a leak, and a process can have only a limited number of open files. On"
                    + " Windows, other programs may be unable to delete or move an open file.")
            .nextStep(
                "Close the file on every path out of your code, including errors and cancellation."
                    + (openedAt(open.getFirst()).isEmpty()
                        ? " A library opened the file for you. Call close() on the object that the"
                            + " library gave you, in the last step of the chain (eventually() in"
                            + " Vert.x)."
                        : " If the work ends with a block, try-with-resources does that.")))
        .because(open.getFirst().openedAt());
  }

  /**
   * Expects that something other than the moved file, which is its directory, was forced after each
   * move. Expects nothing on Windows, where a directory cannot be forced.
   */
  public DiskAssert everyMoveIsForced() {
    boolean possible = File.separatorChar == '/';
    for (DiskEvent move : recording.only(Op.MOVE)) {
      boolean forced =
          recording.after(move).only(Op.FORCE).events().stream()
              .anyMatch(force -> !force.file().equals(move.target()));
      if (possible && !forced) {
        throw fail(
            Diagnosis.observed(
                    "A new file was moved over the old one, but the directory was not forced"
                        + " afterwards.")
                .means(
                    "The name of a file is stored in its directory. After a power failure, the name"
                        + " may lead to the old file again.")
                .nextStep(
                    "Empty the old file when you open it, and write to it. Or force the directory"
                        + " after the move."));
      }
    }
    return this;
  }

  /**
   * Expects that every operation ran on a thread that {@code role} accepts. A close that cuts off
   * an operation does not count: it may come from a thread that interrupts the operation.
   *
   * @param roleName the name of such a thread, with its article: "a pool thread"
   */
  public DiskAssert ranOnlyOn(Predicate<EventThread> role, String roleName) {
    for (DiskEvent event : recording) {
      if (!role.test(event.thread()) && !recording.cutsOff(event)) {
        throw fail(
            Diagnosis.observed(
                    "%s of %s ran on %s, which is not %s."
                        .formatted(event.op(), nameOf(event), threadOf(event), roleName))
                .means("A thread in a disk operation can do nothing else until the disk is done.")
                .nextStep(
                    "Find the call in your code, and let " + roleName + " do this operation."));
      }
    }
    somethingHappened();
    return this;
  }

  /**
   * Expects that no operation ran on {@code caller}. A close that cuts off an operation does not
   * count.
   */
  public DiskAssert neverRanOn(Thread caller) {
    for (DiskEvent event : recording) {
      if (event.thread().is(caller) && !recording.cutsOff(event)) {
        throw fail(
            Diagnosis.observed(
                    "%s of %s ran on %s, the thread that must stay free."
                        .formatted(event.op(), nameOf(event), threadOf(event)))
                .means("While the disk is busy, this thread can do nothing else.")
                .nextStep(
                    "Hand the call to a thread that may wait. Opening and closing a file are disk"
                        + " operations as well."));
      }
    }
    somethingHappened();
    return this;
  }

  /** Expects that at most {@code n} operations of these kinds were in flight at the same time. */
  public DiskAssert neverMoreInFlightThan(int n, Op... ops) {
    int most = recording.maxInFlight(ops);
    if (most > n) {
      throw fail(
          Diagnosis.observed(
                  "%d operations (%s) were in flight at the same time, but only %d may be."
                      .formatted(most, names(ops), n))
              .means(
                  "Under load, your code does not limit the number of operations, and each one"
                      + " costs memory and a thread.")
              .nextStep(
                  "Take one of "
                      + n
                      + " permits before an operation starts. Release it when the operation has"
                      + " ended, not when it has started."));
    }
    somethingHappened();
    return this;
  }

  /** Adds the last operations to a failure. */
  Diagnosis fail(Diagnosis failure) {
    int all = recording.events().size();
    String title =
        all > EVIDENCE ? "On the disk (last " + EVIDENCE + " operations)" : "On the disk";
    return failure.evidence(title, recording.last(EVIDENCE));
  }

  /** Without any operation, an assertion about all operations must not pass. */
  private void somethingHappened() {
    if (recording.isEmpty()) {
      throw unseen("the watched directory");
    }
  }

  Diagnosis unseen(String what) {
    return fail(
        Diagnosis.observed("No operation on " + what + " went through java.nio.file.")
            .means(
                "Your code did nothing there, or it used java.io (FileInputStream,"
                    + " RandomAccessFile, File), which the watched disk cannot see.")
            .nextStep("Use FileChannel or Files instead of java.io."));
  }

  /**
   * Returns the learner's line that opened a file; empty if a library opened it on its own thread.
   */
  private static String openedAt(OpenHandle handle) {
    return Arrays.stream(handle.openedAt().getStackTrace())
        .filter(LearnerFrames::isLearners)
        .findFirst()
        .map(line -> " (opened at " + OpenHandle.place(line) + ")")
        .orElse("");
  }

  private String nameOf(DiskEvent event) {
    return EventTable.name(recording.directory(), event.file());
  }

  private static String threadOf(DiskEvent event) {
    return event.thread().name().isEmpty()
        ? event.thread().toString()
        : "thread \"" + event.thread() + "\"";
  }

  private static String names(Op... ops) {
    return ops.length == 0
        ? "of any kind"
        : Arrays.stream(ops).map(Op::name).collect(Collectors.joining(" or "));
  }
}
