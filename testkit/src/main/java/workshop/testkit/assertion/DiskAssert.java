package workshop.testkit.assertion;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.EventThread;
import workshop.disk.Op;
import workshop.disk.OpenHandle;
import workshop.disk.Recording;
import workshop.disk.Timeline;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * Expectations of what happened on a disk. A failure says what was seen, what it means, what to do,
 * and shows the last operations.
 *
 * <p>Each assertion looks at a recording taken when {@link #assertThat(Disk)} was called.
 */
public final class DiskAssert {

  private static final int EVIDENCE = 12;

  private final Recording recording;
  private final @Nullable Disk disk;

  private DiskAssert(Recording recording, @Nullable Disk disk) {
    this.recording = recording;
    this.disk = disk;
  }

  /** Begins assertions on what happened on {@code disk} up to now, and on what its files hold. */
  public static DiskAssert assertThat(Disk disk) {
    return new DiskAssert(disk.recording(), disk);
  }

  /** Begins assertions on a recording; what the files hold is not known to it. */
  public static DiskAssert assertThat(Recording recording) {
    return new DiskAssert(requireNonNull(recording, "recording"), null);
  }

  /** Goes on with one file; {@code name} is relative to the watched directory. */
  public FileAssert file(String name) {
    return new FileAssert(this, recording, disk, name);
  }

  /** Expects that something happened, so that what did not happen means something. */
  public DiskAssert wasUsed() {
    somethingHappened();
    return this;
  }

  /** Expects that nothing is open. The failure's cause is where the first open file was opened. */
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
            .map(handle -> Timeline.name(recording.directory(), handle.file()) + openedAt(handle))
            .collect(Collectors.joining(",\n"));
    throw fail(Diagnosis.observed("Left open: " + names)
            .means(
                "A leak: the operating system lends a process only so many open files, and on"
                    + " Windows no program can delete or move this one.")
            .nextStep(
                "Close it on every path that leaves the code, errors and cancellation included."
                    + (openedAt(open.getFirst()).isEmpty()
                        ? " A library opened it for you, and close() of what it gave you closes it:"
                            + " in the chain, as its last step in any case (eventually() in Vert.x)."
                        : " try-with-resources does where the work ends with the block.")))
        .because(open.getFirst().openedAt());
  }

  /**
   * Expects that every operation was done by a thread that {@code role} accepts. A close that cuts
   * off an operation does not count: it is done by whoever interrupts the operation's thread.
   *
   * @param roleName how to call such a thread in a failure, with its article: "a pool thread"
   */
  public DiskAssert ranOnlyOn(Predicate<EventThread> role, String roleName) {
    for (DiskEvent event : recording) {
      if (!role.test(event.thread()) && !recording.cutsOff(event)) {
        throw fail(
            Diagnosis.observed(
                    "%s of %s ran on %s, which is not %s."
                        .formatted(event.op(), nameOf(event), threadOf(event), roleName))
                .means("That thread waited for the disk, although another one should have.")
                .nextStep(
                    "Find the call in your code that asks for it, and hand that call to "
                        + roleName
                        + "."));
      }
    }
    somethingHappened();
    return this;
  }

  /**
   * Expects that {@code caller} did no operation itself. A close that cuts off an operation does
   * not count: it is done by whoever interrupts the operation's thread.
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
                    "Hand the call over to a thread that may wait; opening and closing a file are disk operations as well."));
      }
    }
    somethingHappened();
    return this;
  }

  /** Expects that at most {@code n} operations of these kinds were in flight at any time. */
  public DiskAssert neverMoreInFlightThan(int n, Op... ops) {
    int most = recording.maxInFlight(ops);
    if (most > n) {
      throw fail(
          Diagnosis.observed(
                  "%d operations (%s) were in flight at once; allowed are %d."
                      .formatted(most, names(ops), n))
              .means("The bound does not hold: under load each of them costs memory and a thread.")
              .nextStep(
                  "Let the code that starts an operation take one of "
                      + n
                      + " permits first, and give it back when the operation has ended, not when"
                      + " it has begun."));
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

  /** A disk on which nothing happened agrees with everything, so it must not pass for success. */
  private void somethingHappened() {
    if (recording.isEmpty()) {
      throw unseen("the watched directory");
    }
  }

  Diagnosis unseen(String what) {
    return fail(
        Diagnosis.observed("No operation on " + what + " went through java.nio.file.")
            .means(
                "Either the code did nothing there, or it used java.io (FileInputStream,"
                    + " RandomAccessFile, File), which the watched disk cannot see.")
            .nextStep(
                "Use FileChannel or Files instead of java.io; the task can be done with them."));
  }

  /** Nobody is helped by a line of a library, on one of its own threads: then there is none. */
  private static String openedAt(OpenHandle handle) {
    return Arrays.stream(handle.openedAt().getStackTrace())
        .filter(LearnerFrames::isLearners)
        .findFirst()
        .map(line -> " (opened at " + OpenHandle.place(line) + ")")
        .orElse("");
  }

  private String nameOf(DiskEvent event) {
    return Timeline.name(recording.directory(), event.file());
  }

  private static String threadOf(DiskEvent event) {
    return "thread \"" + event.thread() + "\"";
  }

  private static String names(Op... ops) {
    return ops.length == 0
        ? "of any kind"
        : Arrays.stream(ops).map(Op::name).collect(Collectors.joining(" or "));
  }
}
