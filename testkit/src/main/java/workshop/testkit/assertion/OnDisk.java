package workshop.testkit.assertion;

import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.TrackedExecutor;

/** Whose thread did what happened on the disk; and what happened, at the end of a failure. */
public final class OnDisk {

  private OnDisk() {}

  /** Returns {@code failure} followed by what happened on {@code disk} last. */
  public static Diagnosis shown(Diagnosis failure, Disk disk) {
    return shown(failure, disk.recording());
  }

  /** Returns {@code failure} followed by the end of {@code recording}: as much as one reads. */
  public static Diagnosis shown(Diagnosis failure, Recording recording) {
    return DiskAssert.assertThat(recording).fail(failure);
  }

  /**
   * Expects that every operation was done by one of {@code assistants}.
   *
   * @param caller the thread that called the exercise
   */
  public static void assertDoneBy(TrackedExecutor assistants, Recording recording, Thread caller) {
    for (DiskEvent event : recording) {
      if (event.thread().is(caller)) {
        throw shown(
            Diagnosis.observed(
                    "the %s of %s ran on the caller's own thread: you blocked the caller"
                        .formatted(event.op(), event.file().getFileName()))
                .means(
                    "until the disk answers, the caller can do nothing else. A future does not"
                        + " help: one that is already complete holds what the caller itself has read, and a stage without Async in its name may run on the thread"
                        + " that chains it")
                .nextStep("hand everything that touches the disk to the executor"),
            recording);
      }
      assertNotOnTheCommonPool(event, recording);
    }
    DiskAssert.assertThat(recording)
        .ranOnlyOn(thread -> assistants.has(thread.name()), "the executor that was given");
  }

  /** Expects that {@code event} did not run on the pool that is nobody's in particular. */
  public static void assertNotOnTheCommonPool(DiskEvent event, Recording recording) {
    String thread = event.thread().name();
    if (thread.startsWith("ForkJoinPool.commonPool")) {
      throw shown(
          Diagnosis.observed(
                  "the %s of %s ran on \"%s\", and not on the executor that was given"
                      .formatted(event.op(), event.file().getFileName(), thread))
              .means(
                  "without an executor, a future or a parallel stream uses the common pool, which has one thread fewer than there are "
            + "cores: on a machine with two cores, all of this ran one after "
            + "another, together with everything else that the program does there")
              .nextStep("pass the executor wherever a method can take one"),
          recording);
    }
  }
}
