package workshop.completable;

import java.util.concurrent.Future;
import workshop.disk.Disk;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;

/** The last thing that one does with a file, before anybody hears that all is done. */
final class Closing {

  private Closing() {}

  /** Expects, while the disk holds a close, that nobody has been told of the result yet. */
  static void assertNotDoneBefore(Future<?> future, Disk disk) {
    if (future.isDone()) {
      throw OnDisk.shown(
          Diagnosis.observed(
                  "The future is complete, and the disk still holds the close of a file.")
              .means(
                  "Whoever goes on now may find the file locked, or cannot delete it; and if the"
                      + " close fails, nobody hears of it.")
              .nextStep(
                  "Complete the future after the close: the one that whenComplete or handle returns,"
                      + " or one that you complete yourself when the block that closes has ended."),
          disk);
    }
  }
}
