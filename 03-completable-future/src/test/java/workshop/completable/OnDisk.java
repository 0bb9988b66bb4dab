package workshop.completable;

import java.util.List;
import java.util.concurrent.Future;
import workshop.testkit.disk.Disk;
import workshop.testkit.disk.DiskEvent;
import workshop.testkit.disk.Recording;
import workshop.testkit.suite.Teaching;

/** Shows what happened on the disk at the end of a failure, and only as much as one reads. */
final class OnDisk {

  private static final int LINES = 12;

  private OnDisk() {}

  static Teaching shown(Teaching failure, Disk disk) {
    return shown(failure, disk.recording());
  }

  static Teaching shown(Teaching failure, Recording recording) {
    List<DiskEvent> events = recording.events();
    return events.size() <= LINES
        ? failure.evidence("On the disk", recording)
        : failure.evidence(
            "On the disk (last " + LINES + " operations)",
            recording.after(events.get(events.size() - LINES - 1)));
  }

  /** Expects, while the disk holds a close, that nobody has been told of the result yet. */
  static void assertNotDoneBeforeTheClose(Future<?> future, Disk disk) {
    if (future.isDone()) {
      throw shown(
          Teaching.saw("The future is complete, and the disk still holds the close of a file.")
              .means(
                  "Whoever goes on now may find the file locked, or cannot delete it; and if the"
                      + " close fails, nobody hears of it.")
              .todo(
                  "Complete the future after the close: the one that whenComplete or handle returns,"
                      + " or one that you complete yourself when the block that closes has ended."),
          disk);
    }
  }
}
