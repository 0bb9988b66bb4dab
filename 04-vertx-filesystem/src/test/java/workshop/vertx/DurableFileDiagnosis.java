package workshop.vertx;

import static java.nio.file.StandardOpenOption.DSYNC;

import java.util.List;
import java.util.stream.Collectors;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains wrong answers to 04-2. */
final class DurableFileDiagnosis {

  private static final String LOST =
      "The bytes may still be in the operating system's memory. A power failure loses them,"
          + " although the program has reported success.";
  private static final String TODO =
      "Look in OpenOptions for the option that makes each write durable, including metadata.";

  private DurableFileDiagnosis() {}

  static Diagnosis didNotWait(List<DiskEvent> followers, Disk disk) {
    String steps =
        followers.stream().map(event -> event.op().name()).collect(Collectors.joining(" and the "));
    return Diagnosis.observed("The " + steps + " began before the WRITE was done.")
        .means("A force or a close that does not wait for the write may miss some of the bytes.")
        .nextStep("Begin each step in the compose() of the previous step.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis notDurable(Disk disk) {
    return observedNotDurable(disk).evidence("On the disk", disk.recording());
  }

  private static Diagnosis observedNotDurable(Disk disk) {
    String dataOnly =
        "After a power failure, some of the metadata may be lost. The page asks for durable data"
            + " and metadata, like sync_all in Rust.";
    if (disk.recording().only(Op.OPEN).events().stream()
        .anyMatch(opening -> opening.options().contains(DSYNC))) {
      return Diagnosis.observed("The file was opened with setDsync(true).")
          .means(dataOnly)
          .nextStep(TODO);
    }
    if (isForcedTooEarly(disk)) {
      return Diagnosis.observed("The FORCE began before the WRITE was done.")
          .means(LOST)
          .nextStep("Force the file inside the compose() of the write's future.");
    }
    if (!disk.recording().only(Op.FORCE).isEmpty()) {
      return Diagnosis.observed(
              "The file was forced with force(false). AsyncFile.flush() does the same.")
          .means(dataOnly)
          .nextStep(TODO + " With a FileChannel, call force(true).");
    }
    if (disk.recording().only(Op.WRITE).events().stream()
        .anyMatch(write -> write.thread().name().startsWith("vert.x-internal-blocking-"))) {
      return Diagnosis.observed(
              "The file was written with FileSystem.writeFile() and never forced.")
          .means(LOST + " writeFile() has no option that prevents this.")
          .nextStep("Open an AsyncFile instead, with the option that makes each write durable.");
    }
    return Diagnosis.observed("The file was written and closed, but never forced.")
        .means(LOST)
        .nextStep(TODO);
  }

  /** Returns whether a force began before the last write was done. */
  static boolean isForcedTooEarly(Disk disk) {
    Recording steps = disk.recording().only(Op.FORCE, Op.WRITE);
    long written = steps.only(Op.WRITE).events().getLast().endNanos();
    return steps.only(Op.FORCE).events().stream().anyMatch(force -> force.startNanos() < written);
  }

  static Diagnosis emptyAndNotForced(Disk disk) {
    return Diagnosis.observed("The content was empty, and the empty file was never forced.")
        .means(
            "setSync(true) affects writes, but empty content causes no write. After a power"
                + " failure, the old content may be back.")
        .nextStep("Force the file after the write, before you close it: flush() does that.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis otherContent(byte[] expected, byte[] found) {
    return Diagnosis.observed("The file holds " + SampleBytes.difference(expected, found) + ".")
        .means("Some content was lost or changed on its way to the file.")
        .nextStep("Write the whole Buffer, as bytes. A String changes bytes that are not text.");
  }

  static Diagnosis forceErrorLost(Disk disk) {
    return Diagnosis.observed("Forcing the file failed, but the future succeeded.")
        .means("Your code reports success, but a power failure may lose the content.")
        .nextStep("Let the error of flush() or force() reach the future that you return.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis hidden(Throwable failure) {
    return Diagnosis.observed("The disk was full, but the future failed with " + failure)
        .means(
            "A later error replaced the first one, so the caller does not learn that the disk is"
                + " full.")
        .nextStep("Close in eventually(), which passes on the error of the previous step.")
        .because(failure);
  }
}
