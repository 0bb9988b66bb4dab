package workshop.completable;

import java.util.Arrays;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;

/** What {@link ChannelFuturesTest} says about mistakes. */
final class ChannelFuturesDiagnosis {

  private ChannelFuturesDiagnosis() {}

  static Diagnosis bufferReused(int size, int same) {
    return Diagnosis.observed(
            "%d bytes were written after the disk had been held; the first %d "
            + "are right."
                .formatted(size, same))
        .means(
            "A buffer in flight was filled again before the disk had taken its bytes. What is"
                + " written is what happens to be in it later.")
        .nextStep(
            "A buffer belongs to the channel until the completion handler is called. Change it"
                + " there at the earliest, or take another one.");
  }

  static Diagnosis channelClosed(String method) {
    return Diagnosis.observed("After " + method + " the channel is closed.")
        .means("Its owner may have more to do with it.")
        .nextStep("Leave the close to the code that opened the channel.");
  }

  /** Expects the content of a file that was read beside or after another, by the same object. */
  static void assertNotMixed(byte[] expected, byte[] read) {
    if (!Arrays.equals(expected, read)) {
      throw Diagnosis.observed(
              "One object read two files, and the first came with %d wrong or missing bytes."
                  .formatted(differences(expected, read)))
          .means(
              "A position, a buffer or a list in a field is shared by all calls: a second call"
                  + " starts with what the first has left there.")
          .nextStep("Make them for each call, as local variables or parameters.");
    }
  }

  private static int differences(byte[] expected, byte[] read) {
    int count = Math.abs(expected.length - read.length);
    for (int i = 0; i < Math.min(expected.length, read.length); i++) {
      count += expected[i] == read[i] ? 0 : 1;
    }
    return count;
  }

  /** Expects that every read asked for what comes after the bytes of the one before. */
  static void assertAdvanced(Disk disk) {
    DiskEvent before = null;
    for (DiskEvent read : disk.recording().only(Op.READ)) {
      if (before != null && before.transferred() > 0 && read.position() == before.position()) {
        throw OnDisk.shown(
            Diagnosis.observed(
                    "A read asked for position %d again, although the one before had brought %d bytes."
                        .formatted(read.position(), before.transferred()))
                .means(
                    "The channel keeps no position: it reads wherever you say, and you said the"
                        + " same.")
                .nextStep("Count the bytes that have come, and read on from there."),
            disk);
      }
      before = read;
    }
  }
}
