package workshop.testkit.assertion;

import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.TrackedExecutor;

/** Checks which threads used the disk, and adds the operations to a failure. */
public final class OnDisk {

  private OnDisk() {}

  /** Returns {@code failure} with the last operations on {@code disk}. */
  public static Diagnosis shown(Diagnosis failure, Disk disk) {
    return shown(failure, disk.recording());
  }

  /** Returns {@code failure} with the last operations of {@code recording}. */
  public static Diagnosis shown(Diagnosis failure, Recording recording) {
    return DiskAssert.assertThat(recording).fail(failure);
  }

  /** Expects that every operation ran on {@code executor}, and none on {@code caller}. */
  public static void assertDoneBy(TrackedExecutor executor, Recording recording, Thread caller) {
    for (DiskEvent event : recording) {
      if (event.thread().is(caller)) {
        throw shown(
            Diagnosis.observed(
                    "the %s of %s ran on the caller's own thread: you blocked the caller"
                        .formatted(event.op(), event.file().getFileName()))
                .means(
                    "until the disk answers, the caller can do nothing else. Returning a future"
                        + " does not help if the caller does the work itself. A stage without"
                        + " Async in its name may run on the thread that chains it")
                .nextStep("run every disk operation on the executor that was given"),
            recording);
      }
      assertNotOnTheCommonPool(event, recording);
    }
    DiskAssert.assertThat(recording)
        .ranOnlyOn(
            thread -> executor.has(thread.name()), "a thread of the executor that was given");
  }

  /** Expects that {@code event} did not run on the common pool. */
  public static void assertNotOnTheCommonPool(DiskEvent event, Recording recording) {
    String thread = event.thread().name();
    if (thread.startsWith("ForkJoinPool.commonPool")) {
      throw shown(
          Diagnosis.observed(
                  "the %s of %s ran on \"%s\", and not on the executor that was given"
                      .formatted(event.op(), event.file().getFileName(), thread))
              .means(
                  "without an executor, a future or a parallel stream uses the common pool. That"
                      + " pool has one thread fewer than there are cores. With two cores, its"
                      + " tasks run one after another")
              .nextStep("pass the executor to every method that takes one"),
          recording);
    }
  }
}
