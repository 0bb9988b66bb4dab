package workshop.testkit.assertion;

import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.MissingFileError;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * Assertions on one file. If it was moved to its name, operations under its former name count as
 * well.
 */
public final class FileAssert {

  private final DiskAssert whole;
  private final Recording recording;
  private final @Nullable Disk disk;
  private final String name;
  private final List<DiskEvent> events;
  private final FileDiagnosis failures;

  FileAssert(DiskAssert whole, Recording recording, @Nullable Disk disk, String name) {
    this.whole = whole;
    this.recording = recording;
    this.disk = disk;
    this.name = name;
    this.events = AncestorTracker.of(recording.events(), recording.directory().resolve(name));
    this.failures = new FileDiagnosis(name);
  }

  /** Continues with another file. */
  public FileAssert file(String other) {
    return whole.file(other);
  }

  /** Expects that the file holds exactly these bytes now. */
  public FileAssert holds(byte[] content) {
    if (disk == null) {
      throw new IllegalStateException("a recording knows no contents: use assertThat(disk)");
    }
    byte[] found;
    try {
      found = disk.contents(name);
    } catch (MissingFileError missing) {
      throw DiskDiagnosis.of(missing);
    }
    int same = Arrays.mismatch(content, found);
    if (same >= 0) {
      if (content.length == 0 && all(FileAssert::mayChange).isEmpty()) {
        throw fail(failures.neverEmptied(found.length));
      }
      long written = new Coverage(all(DiskEvent::writes)).end();
      throw fail(failures.otherContent(content, found, same, written));
    }
    return this;
  }

  /**
   * Expects that the file was empty before the first write: when it was opened, or after a
   * truncation.
   */
  public FileAssert startsEmpty() {
    DiskEvent opened = null;
    long first = 0;
    for (DiskEvent event : events) {
      if (event.writes()) {
        first = event.position();
        break;
      }
      if (event.op() == Op.OPEN && event.isDone() && isForWriting(event.options())) {
        opened = event;
      }
      if (event.op() == Op.TRUNCATE && event.isDone() && event.position() == 0) {
        return this;
      }
    }
    if (opened == null) {
      throw noOperation("opened", "Without an open for writing, the file cannot get its content.");
    }
    if (opened.transferred() > 0) {
      throw fail(failures.oldContent(opened, first));
    }
    return this;
  }

  /**
   * Expects that every byte of {@code content} was written once, in any order. If the file still
   * exists, also expects that it {@linkplain #holds holds} the content.
   */
  public FileAssert wasWrittenOnce(byte[] content) {
    List<DiskEvent> writes = all(DiskEvent::writes);
    if (writes.isEmpty() && (content.length > 0 || events.isEmpty())) {
      throw noOperation("wrote to", "The file cannot hold the content.");
    }
    Coverage written = new Coverage(writes);
    Coverage.Overlap overlap = written.firstOverlap();
    if (overlap != null) {
      throw fail(failures.moved(overlap, "write", "written"));
    }
    Coverage.Gap gap = written.firstGap(content.length);
    if (gap != null) {
      throw fail(failures.notWritten(gap, content.length, writes));
    }
    if (written.end() > content.length) {
      throw fail(failures.writtenTooFar(written.end(), content.length));
    }
    return disk != null && disk.exists(name) ? holds(content) : this;
  }

  /** Expects {@link #wasReadToEnd()}, and that no byte was read twice. */
  public FileAssert wasReadOnce() {
    Coverage.Overlap overlap = new Coverage(reads()).firstOverlap();
    if (overlap != null) {
      throw fail(failures.moved(overlap, "read", "read"));
    }
    return wasReadToEnd();
  }

  /** Expects that every byte was read, up to the end or to the current size of the file. */
  public FileAssert wasReadToEnd() {
    List<DiskEvent> reads = reads();
    Coverage read = new Coverage(reads);
    Coverage.Gap gap = read.firstGap(read.end());
    if (gap != null) {
      throw fail(failures.notRead(gap));
    }
    boolean metTheEnd = reads.stream().anyMatch(FileAssert::metTheEnd);
    if (!metTheEnd && read.end() < size()) {
      throw fail(failures.notReadToTheEnd(read.end()));
    }
    return this;
  }

  /** A transfer returns 0 at the end, not -1. */
  private static boolean metTheEnd(DiskEvent read) {
    return read.op() == Op.TRANSFER
        ? read.isDone() && read.transferred() == 0 && read.requested() > 0
        : read.transferred() < 0;
  }

  /** Returns the current size; a huge one if it is unknown. */
  private long size() {
    return disk != null && disk.exists(name) ? disk.contents(name).length : Long.MAX_VALUE;
  }

  /**
   * Expects that {@code force(true)} came after the last write, or that the file was opened with
   * SYNC.
   */
  public FileAssert isDurable() {
    DiskEvent lastWrite = lastChange();
    if (isOpenedWith(StandardOpenOption.SYNC, lastWrite)) {
      return this;
    }
    List<DiskEvent> forces = all(event -> event.op() == Op.FORCE && event.isDone());
    List<DiskEvent> inTime = forces.stream().filter(f -> comesAfter(f, lastWrite)).toList();
    if (inTime.stream().anyMatch(DiskEvent::metadata)) {
      return this;
    }
    throw fail(notDurable(lastWrite, forces.isEmpty(), inTime.isEmpty()));
  }

  private Diagnosis notDurable(DiskEvent lastWrite, boolean neverForced, boolean tooEarly) {
    if (!tooEarly) {
      return failures.forcedDataOnly();
    }
    if (isOpenedWith(StandardOpenOption.DSYNC, lastWrite)) {
      return failures.openedForDataOnly();
    }
    return neverForced ? failures.neverForced() : failures.forcedTooEarly(lastWrite);
  }

  /** Expects that the file is not open. The cause of the failure is the line that opened it. */
  public FileAssert isClosed() {
    whole.noneIsOpen(recording.on(Path.of(name)).openHandles());
    return this;
  }

  private List<DiskEvent> reads() {
    List<DiskEvent> reads = all(DiskEvent::reads);
    if (reads.isEmpty()) {
      throw noOperation("read", "What the program shows does not come from the file.");
    }
    return reads;
  }

  /** Returns the last write or truncation. */
  private DiskEvent lastChange() {
    if (all(event -> event.writes() && event.isDone()).isEmpty()) {
      throw noOperation("wrote to", "Without a write, there is nothing to make durable.");
    }
    return all(event -> (event.writes() || event.op() == Op.TRUNCATE) && event.isDone()).getLast();
  }

  private boolean isOpenedWith(OpenOption option, DiskEvent write) {
    return events.stream()
        .anyMatch(event -> event.number() == write.handle() && event.options().contains(option));
  }

  private List<DiskEvent> all(Predicate<DiskEvent> wanted) {
    return events.stream().filter(wanted).toList();
  }

  private static boolean comesAfter(DiskEvent later, DiskEvent earlier) {
    return later.startNanos() > earlier.endNanos();
  }

  private static boolean mayChange(DiskEvent event) {
    return event.op() == Op.COPY || event.op() == Op.MOVE || isForWriting(event.options());
  }

  private static boolean isForWriting(Set<OpenOption> options) {
    return options.contains(StandardOpenOption.WRITE)
        || options.contains(StandardOpenOption.APPEND);
  }

  private Diagnosis noOperation(String did, String meaning) {
    if (events.isEmpty()) {
      return whole.unseen(name);
    }
    if (!all(event -> event.op() == Op.MAP).isEmpty()) {
      return fail(failures.mapped());
    }
    return fail(
        all(event -> event.op() == Op.COPY && event.isDone()).isEmpty()
            ? failures.noOperation(did, meaning)
            : failures.copied());
  }

  private Diagnosis fail(Diagnosis failure) {
    return whole.fail(failure);
  }
}
