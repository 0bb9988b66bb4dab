package workshop.vertx;

import static java.nio.file.StandardOpenOption.DSYNC;

import java.util.List;
import java.util.stream.Collectors;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;

/** What the suite of 04-2 says. */
final class DurableFileDiagnosis {

  private static final String LOST =
      "The bytes are in the operating system's memory. A power failure loses them, although the"
          + " program has reported success.";
  private static final String TODO =
      "Look among the OpenOptions for one that makes each write durable, metadata included.";

  private DurableFileDiagnosis() {}

  static Diagnosis didNotWait(List<DiskEvent> followers, Disk disk) {
    String steps =
        followers.stream().map(event -> event.op().name()).collect(Collectors.joining(" and the "));
    return Diagnosis.observed("The disk still held the WRITE when the " + steps + " came.")
        .means("That step did not wait for the write, so it does not include what is written.")
        .nextStep("Begin each step in compose() of the one before.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis notDurable(Disk disk) {
    return observedNotDurable(disk).evidence("On the disk", disk.recording());
  }

  private static Diagnosis observedNotDurable(Disk disk) {
    String dataOnly =
        "That makes the data durable and not all of the metadata. It is Rust's sync_data; the"
            + " program of this workshop promises sync_all.";
    if (disk.recording().only(Op.OPEN).events().stream()
        .anyMatch(opening -> opening.options().contains(DSYNC))) {
      return Diagnosis.observed("The file was opened with setDsync(true).")
          .means(dataOnly)
          .nextStep(TODO);
    }
    if (isForcedTooEarly(disk)) {
      return Diagnosis.observed("The file was forced before the last byte was written.")
          .means(LOST)
          .nextStep("Force after the write: inside compose() of its future.");
    }
    if (!disk.recording().only(Op.FORCE).isEmpty()) {
      return Diagnosis.observed(
              "The file was made durable with AsyncFile.flush(), which is force(false).")
          .means(dataOnly)
          .nextStep(TODO);
    }
    if (disk.recording().only(Op.WRITE).events().stream()
        .anyMatch(write -> write.thread().name().startsWith("vert.x-internal-blocking-"))) {
      return Diagnosis.observed(
              "The file was written with FileSystem.writeFile(), and never forced.")
          .means(LOST + " writeFile() has no options, so you cannot ask it for more.")
          .nextStep("Open an AsyncFile: its OpenOptions have one that makes each write durable.");
    }
    return Diagnosis.observed("The file was written and closed, and never forced.")
        .means(LOST)
        .nextStep(TODO);
  }

  private static boolean isForcedTooEarly(Disk disk) {
    Recording steps = disk.recording().only(Op.FORCE, Op.WRITE);
    return !steps.only(Op.FORCE).isEmpty() && steps.events().getLast().op() == Op.WRITE;
  }

  static Diagnosis emptyAndNotForced(Disk disk) {
    return Diagnosis.observed("The content was empty, and the empty file was never forced.")
        .means(
            "setSync(true) is about writes, and there was none. After a power failure the old"
                + " content may be back.")
        .nextStep("Force the file after the write, before you close it: flush() does that.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis otherContent(byte[] expected, byte[] found) {
    return Diagnosis.observed("The file holds " + SampleBytes.difference(expected, found) + ".")
        .means("Content was lost or changed on its way to the file.")
        .nextStep("Write all of the Buffer, as bytes: a String changes bytes that are not text.");
  }

  static Diagnosis hidden(Throwable failure) {
    return Diagnosis.observed("The disk is full; the future failed with " + failure)
        .means("The first error is the one that explains. A later one has replaced it.")
        .nextStep("Close in eventually(), which passes on how the step before it ended.")
        .because(failure);
  }
}
