package workshop.completable;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.TrackedExecutor;

/** Counts the files that are open at the same time. */
final class OpenFiles {

  private OpenFiles() {}

  /**
   * Expects that exactly {@code limit} files are being read. All reads are held: when no thread
   * moves anymore, no other file will be opened.
   */
  static void assertExactly(int limit, Disk disk, Gate held, TrackedExecutor executor) {
    executor.settle(held);
    int reading = held.waiting();
    disk.recording().forEach(event -> OnDisk.assertNotOnTheCommonPool(event, disk.recording()));
    if (reading < limit) {
      throw OnDisk.shown(
          Diagnosis.observed(
                  "%d of %d files were being read while the disk was held; there are %d files and enough threads."
                      .formatted(reading, limit, SampleFiles.NAMES.size()))
              .means(
                  "This ran one after another: a file waits for the one before it, for a lock or for"
                      + " a thread, and not for the disk.")
              .nextStep(
                  "Start as many as the limit allows before you wait for the first. A stream that"
                      + " maps to futures and joins them in one pass takes its elements one by one.")
              .evidence("Where the threads of the executor stand", executor.whereTheyStand()),
          disk);
    }
    int open = disk.recording().only(Op.OPEN).events().size();
    if (reading > limit || open > limit) {
      throw tooMany(Math.max(reading, open), limit, disk);
    }
  }

  /** A file is open from before its open to after its close. */
  static void assertNeverMoreThan(int limit, Disk disk, @Nullable DiskEvent after) {
    var events = after == null ? disk.recording() : disk.recording().after(after);
    List<long[]> spans = new ArrayList<>();
    for (DiskEvent open : events.only(Op.OPEN)) {
      for (DiskEvent close : events.only(Op.CLOSE)) {
        if (close.handle() == open.number()) {
          spans.add(new long[] {open.startNanos(), close.startNanos()});
        }
      }
    }
    for (long[] span : spans) {
      long at = span[0];
      int open = (int) spans.stream().filter(other -> other[0] <= at && at < other[1]).count();
      if (open > limit) {
        throw tooMany(open, limit, disk);
      }
    }
  }

  private static Diagnosis tooMany(int open, int limit, Disk disk) {
    return OnDisk.shown(
        Diagnosis.observed("%d files were open at once; the limit is %d.".formatted(open, limit))
            .means(
                "An executor with many threads does not know your limit. Every open file costs"
                    + " memory and one of the few handles that a process may have.")
            .nextStep("Begin a file only when one of those in flight is done."),
        disk);
  }
}
