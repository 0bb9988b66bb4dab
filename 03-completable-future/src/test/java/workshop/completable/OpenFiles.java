package workshop.completable;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.DiskAssert;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.TrackedExecutor;

/** Counts the files that are open at the same time. */
final class OpenFiles {

  private OpenFiles() {}

  /**
   * Expects that exactly {@code limit} files are being read. All reads are held, so once no thread
   * moves, no other file will be opened.
   */
  static void assertExactly(int limit, Disk disk, Gate held, TrackedExecutor executor) {
    executor.settle(held);
    int reading = held.waiting();
    disk.recording().forEach(event -> OnDisk.assertNotOnTheCommonPool(event, disk.recording()));
    if (reading < limit) {
      DiskAssert.assertThat(disk.recording())
          .ranOnlyOn(
              thread -> executor.has(thread.name()), "a thread of the executor that was given");
      throw OnDisk.shown(
          tooFew(reading, limit)
              .evidence("Where the threads of the executor are", executor.whereTheyStand()),
          disk);
    }
    int open = disk.recording().only(Op.OPEN).events().size();
    if (reading > limit || open > limit) {
      throw tooMany(Math.max(reading, open), limit, disk);
    }
    if (executor.getActiveCount() > reading) {
      throw OnDisk.shown(
          threadsWait(executor.getActiveCount(), reading)
              .evidence("Where the threads of the executor are", executor.whereTheyStand()),
          disk);
    }
  }

  private static Diagnosis threadsWait(int busy, int reading) {
    return Diagnosis.observed(
            "%d threads of the executor are busy, but only %d of them read a file. The other%s."
                .formatted(busy, reading, busy - reading == 1 ? " one waits" : "s wait"))
        .means(
            "A thread that waits for a permit, or for a file that another thread reads, cannot do"
                + " other work. With fewer threads, all of them may wait and none may read.")
        .nextStep(
            "Start no more tasks than the limit, and let each one take the next file when it has"
                + " read one.");
  }

  /** Expects that no file was opened after the given moment. */
  static void assertNoneOpenedAfter(long nanos, Disk disk, String why) {
    for (DiskEvent open : disk.recording().only(Op.OPEN)) {
      if (open.startNanos() > nanos) {
        throw OnDisk.shown(ManyFilesDiagnosis.openedAfterTheEnd(why, open), disk);
      }
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

  private static Diagnosis tooFew(int reading, int limit) {
    if (reading > 1) {
      return Diagnosis.observed(
              "At most %d files were read at once, but the limit is %d.".formatted(reading, limit))
          .means("The disk could work on one more file, but your code does not ask for it.")
          .nextStep(
              "Start as many tasks as the limit allows, and look for an index that is off by one.");
    }
    return Diagnosis.observed(
            "%s, although the limit is %d and there are %d files and enough threads."
                .formatted(
                    reading == 0 ? "No file was read" : "Only one file was read at a time",
                    limit,
                    SampleFiles.NAMES.size()))
        .means(
            "The files were read one after another: each one waits for the previous file, for a"
                + " lock or for a thread, not for the disk.")
        .nextStep(
            "Start as many reads as the limit allows before you wait for the first one. A stream"
                + " that maps to futures and joins them in one pass processes one element at a"
                + " time.");
  }

  private static Diagnosis tooMany(int open, int limit, Disk disk) {
    return OnDisk.shown(
        Diagnosis.observed(
                "%d files were open at once, but the limit is %d.".formatted(open, limit))
            .means(
                "An executor with many threads does not know your limit. Every open file costs"
                    + " memory, and the number of open files is limited.")
            .nextStep(
                "Open the next file only when a file in flight is done, and start no more tasks"
                    + " than the limit."),
        disk);
  }
}
