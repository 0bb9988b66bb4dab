package workshop.completable;

import java.util.List;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;

/** What begins on the disk although nobody wants it any more; and whether it could be stopped. */
final class Stopping {

  private Stopping() {}

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
                    "The work is asked at one place and not at the other: where it does not ask,"
                        + " the disk is busy for nobody, and the target still changes after the"
                        + " failure was reported.")
                .nextStep(
                    "Ask before each read and also before each write whether the future that you"
                        + " returned is done.")
            : observed
                .means(
                    "Completing a future, by cancel or by a timeout, stops nobody: no thread is"
                        + " interrupted. It completes the one that copy returned, and none of those"
                        + " that this one was made from (by whenComplete, thenApply, copy, ...). The"
                        + " target still changes after the failure was reported.")
                .nextStep(
                    "Let the work ask, before each read and each write, whether the future is done,"
                        + " and return that very future: the one that the work asks."),
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
            .means("Nobody can stop it in the middle, however long it takes.")
            .nextStep(
                "Open both files; read a chunk of a fixed size, write it, and so on to the end."),
        disk);
  }
}
