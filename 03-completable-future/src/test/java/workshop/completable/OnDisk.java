package workshop.completable;

import java.util.List;
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
}
