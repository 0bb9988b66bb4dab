package workshop.completable;

import java.nio.channels.AsynchronousFileChannel;
import java.util.Arrays;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains the mistakes that {@link ChannelFuturesTest} finds. */
final class ChannelFuturesDiagnosis {

  private ChannelFuturesDiagnosis() {}

  static Diagnosis bufferReused(int size, int same) {
    return Diagnosis.observed(
            ("A buffer was refilled while the disk was still writing from it. Of the %d bytes in the"
                    + " file, byte %d is the first wrong one.")
                .formatted(size, same))
        .means(
            "The disk takes the bytes from the buffer some time after the call, and it writes what"
                + " the buffer holds at that moment.")
        .nextStep(
            "A buffer belongs to the channel until the completion handler is called. Do not"
                + " change it until then: use another buffer instead.");
  }

  static void assertLeftOpen(String method, AsynchronousFileChannel channel) {
    if (!channel.isOpen()) {
      throw Diagnosis.observed(method + "(...) closed the channel.")
          .means("The caller opened the channel, and may still need it.")
          .nextStep("Let the code that opened the channel close it.");
    }
  }

  /** Expects the content of a file that the same object used together with another file. */
  static void assertNotMixed(String did, byte[] expected, byte[] read) {
    if (!Arrays.equals(expected, read)) {
      throw Diagnosis.observed(
              "One object %s two files, and %d bytes of one of them are wrong or missing."
                  .formatted(did, differences(expected, read)))
          .means(
              "All calls share a position, a buffer or a list in a field. A second call starts with"
                  + " what the first call left there.")
          .nextStep("Create these objects in each call, as local variables or parameters.");
    }
  }

  /** Expects that no read began with the buffer of another read that was still in flight. */
  static void assertNoBufferIsShared(Disk disk) {
    if (disk.wasABufferShared()) {
      throw Diagnosis.observed(
              "One object read two files at the same time, and both reads had the same buffer.")
          .means(
              "One read may overwrite the bytes of the other before your code has copied them. Then"
                  + " the result for one file has bytes of the other file.")
          .nextStep("Allocate a buffer in each call, and pass it on as a parameter.")
          .evidence("On the disk", disk.recording());
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
      if (before != null
          && before.transferred() > 0
          && read.position() > before.position() + before.transferred()) {
        throw OnDisk.shown(
            Diagnosis.observed(
                    "A read asked for position %d, although the read before it ended at %d."
                        .formatted(read.position(), before.position() + before.transferred()))
                .means(
                    "The bytes between the two positions are never read. A read may return"
                        + " fewer bytes than"
                        + " the buffer has room for.")
                .nextStep(
                    "Add up how many bytes the reads have returned, and start the next read at that"
                        + " position."),
            disk);
      }
      if (before != null && before.transferred() > 0 && read.position() == before.position()) {
        throw OnDisk.shown(
            Diagnosis.observed(
                    "A read asked for position %d again, although the read before it returned %d bytes."
                        .formatted(read.position(), before.transferred()))
                .means(
                    "The channel keeps no position: it reads where you tell it to, and you passed"
                        + " the same position twice.")
                .nextStep(
                    "Add up how many bytes the reads have returned, and start the next read at that"
                        + " position."),
            disk);
      }
      before = read;
    }
  }
}
