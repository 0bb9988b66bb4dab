package workshop.downloads;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.OS;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Eventually;

/** What the temporary file of a download, and the file that it becomes, must look like. */
final class PartFile {

  static final byte[] OLD_FILE = Reply.randomBytes(8, 10_000);

  private PartFile() {}

  static long writtenBytes(Disk disk) {
    return disk.recording().only(Op.WRITE).events().stream()
        .filter(DiskEvent::isDone)
        .mapToLong(DiskEvent::transferred)
        .sum();
  }

  /** Waits until {@code bytes} of the {@code sent} bytes are on the disk. */
  static void awaitWritten(Disk disk, long bytes, long sent) {
    if (!Eventually.holds(() -> writtenBytes(disk) >= bytes)) {
      throw AllOrNothingDiagnosis.collectsTheBody(sent, disk);
    }
  }

  static void assertUntouched(Disk disk, String situation) {
    if (!disk.exists("menu.bin") || !Arrays.equals(disk.contents("menu.bin"), OLD_FILE)) {
      throw AllOrNothingDiagnosis.changesTheOldFile(situation, disk);
    }
  }

  /** Two downloads that begin in the same millisecond would use the same file. */
  static void assertNotNamedByTime(List<String> names) {
    long minute = System.currentTimeMillis() / 60_000;
    Set<String> rest = new HashSet<>();
    for (String name : names) {
      Matcher number = Pattern.compile("\\d{13}").matcher(name);
      rest.add(
          number.replaceAll(
              found -> Math.abs(Long.parseLong(found.group()) / 60_000 - minute) <= 1 ? "" : "$0"));
    }
    if (rest.size() < names.size()) {
      throw AllOrNothingDiagnosis.namesItByTime(names);
    }
  }

  /** A file may get this name only by a move, not by a copy. */
  static void assertOnlyMovedInto(Disk disk, String name) {
    Recording events = disk.recording().on(Path.of(name));
    for (DiskEvent event : events) {
      boolean changes =
          (event.op() == Op.COPY && !event.file().endsWith(name))
              || event.op() == Op.WRITE
              || event.op() == Op.DELETE
              || event.op() == Op.TRUNCATE;
      if (changes) {
        throw AllOrNothingDiagnosis.changesTheFinalName(event.op(), disk);
      }
    }
  }

  /** Expects the content to be forced before the move, and the directory after it. */
  static void assertDurable(Disk disk) {
    List<DiskEvent> steps = disk.recording().only(Op.WRITE, Op.FORCE, Op.MOVE).events();
    int write = last(steps, Op.WRITE, steps.size());
    int move = last(steps, Op.MOVE, steps.size());
    int content = last(steps, Op.FORCE, move);
    if (content < write) {
      throw AllOrNothingDiagnosis.isNotForced(disk);
    }
    if (OS.current() != OS.WINDOWS && last(steps, Op.FORCE, steps.size()) < move) {
      throw AllOrNothingDiagnosis.directoryIsNotForced(disk);
    }
  }

  private static int last(List<DiskEvent> steps, Op op, int before) {
    return IntStream.range(0, before).filter(i -> steps.get(i).op() == op).max().orElse(-1);
  }
}
