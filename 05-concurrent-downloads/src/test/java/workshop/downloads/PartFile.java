package workshop.downloads;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.OS;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Eventually;

/** What is expected of the temporary file of a download, and of the file that it becomes. */
final class PartFile {

  static final byte[] YESTERDAYS = Reply.randomBytes(8, 10_000);

  private PartFile() {}

  static long writtenBytes(Disk disk) {
    return disk.recording().only(Op.WRITE).events().stream()
        .filter(DiskEvent::isDone)
        .mapToLong(DiskEvent::transferred)
        .sum();
  }

  static void awaitWritten(Disk disk) {
    awaitWritten(disk, 1);
  }

  static void awaitWritten(Disk disk, long bytes) {
    if (!Eventually.holds(() -> writtenBytes(disk) >= bytes)) {
      throw Diagnosis.observed(
              "Most of the body has been sent; %d bytes are on the disk."
                  .formatted(writtenBytes(disk)))
          .means(
              "The body is collected in memory. With a large file, or a hundred, there is none"
                  + " left.")
          .nextStep("Let the client write the body to a file as it arrives: BodyHandlers.ofFile.")
          .evidence("On the disk", disk.recording());
    }
  }

  static void assertUntouched(Disk disk, String situation) {
    if (!disk.exists("menu.bin") || !Arrays.equals(disk.contents("menu.bin"), YESTERDAYS)) {
      throw Diagnosis.observed(
              situation
                  + " menu.bin "
                  + (disk.exists("menu.bin")
                      ? "held " + disk.contents("menu.bin").length + " other bytes"
                      : "was gone")
                  + " at that instant.")
          .means("A program that looked then saw no file, or half of one, instead of yesterday's.")
          .nextStep("Write to a file of another name, and move it to this one when it is right.")
          .evidence("On the disk", disk.recording());
    }
  }

  /** The one way in which a file may get this name: by a move, and not by a copy. */
  static void assertOnlyMovedInto(Disk disk, String name) {
    Recording events = disk.recording().on(Path.of(name));
    for (DiskEvent event : events) {
      boolean changes =
          (event.op() == Op.COPY && !event.file().endsWith(name))
              || event.op() == Op.WRITE
              || event.op() == Op.DELETE
              || event.op() == Op.TRUNCATE;
      if (changes) {
        throw Diagnosis.observed("The name menu.bin was changed by " + event.op() + ".")
            .means("While that happens, there is half a file, or none, under that name.")
            .nextStep("Use an atomic move: only that replaces a file in one step.")
            .evidence("On the disk", disk.recording());
      }
    }
  }

  static Diagnosis sharesATemporaryFile(String end, Disk disk) {
    return Diagnosis.observed("Two downloads went to one name, and " + end)
        .means("They shared a temporary file, and both wrote into it at the same " + "time.")
        .nextStep("Give each download a temporary file of its own.")
        .evidence("On the disk", disk.recording());
  }

  /** Expects the content to be forced before the move, and the directory after it. */
  static void assertDurable(Disk disk) {
    List<DiskEvent> steps = disk.recording().only(Op.WRITE, Op.FORCE, Op.MOVE).events();
    int write = last(steps, Op.WRITE, steps.size());
    int move = last(steps, Op.MOVE, steps.size());
    int content = last(steps, Op.FORCE, move);
    if (content < write) {
      throw Diagnosis.observed("No force came between the last write and the move.")
          .means("After a power failure the name may be there without the content.")
          .nextStep("Sync the temporary file before you move it: Fsync.file.")
          .evidence("On the disk", disk.recording());
    }
    if (OS.current() != OS.WINDOWS && last(steps, Op.FORCE, steps.size()) < move) {
      throw Diagnosis.observed("The file was moved to its name, and its directory was not forced.")
          .means("The new name is part of the directory. After a power failure it may be gone.")
          .nextStep("Sync the directory after the move: Fsync.directoryOf.")
          .evidence("On the disk", disk.recording());
    }
  }

  private static int last(List<DiskEvent> steps, Op op, int before) {
    return IntStream.range(0, before).filter(i -> steps.get(i).op() == op).max().orElse(-1);
  }
}
