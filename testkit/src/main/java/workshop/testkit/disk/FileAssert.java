package workshop.testkit.disk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import workshop.testkit.suite.Teaching;

/**
 * Expectations of what was done to one file. If it got its name by a move, what was done under its
 * former name counts.
 */
public final class FileAssert {

  private final DiskAssert whole;
  private final Recording recording;
  private final @Nullable Disk disk;
  private final String name;
  private final Path file;
  private final List<DiskEvent> events;

  FileAssert(DiskAssert whole, Recording recording, @Nullable Disk disk, String name) {
    this.whole = whole;
    this.recording = recording;
    this.disk = disk;
    this.name = name;
    this.file = recording.directory().resolve(name);
    this.events = Lineage.of(recording.events(), file);
  }

  /** Goes back to the whole disk. */
  public DiskAssert and() {
    return whole;
  }

  /** Goes on with another file. */
  public FileAssert file(String other) {
    return whole.file(other);
  }

  /** Expects that the file holds exactly these bytes now. */
  public FileAssert holds(byte[] content) {
    if (disk == null) {
      throw new IllegalStateException("a recording knows no contents: use assertThat(disk)");
    }
    byte[] found = disk.contents(name);
    int same = Arrays.mismatch(content, found);
    if (same < 0) {
      return this;
    }
    throw fail(
        Teaching.saw(
                "%s holds %d bytes where %d were expected; the first %d are right.\nExpected %s\nFound    %s"
                    .formatted(
                        name, found.length, content.length, same, shown(content), shown(found)))
            .means(meaningOf(content, found, same))
            .todo(
                "Follow the positions below: every byte has one place, and the file ends where the"
                    + " content ends."));
  }

  private static String meaningOf(byte[] content, byte[] found, int same) {
    if (same == content.length) {
      return "The old tail is still in the file: opening for writing does not empty it.";
    }
    if (same == found.length) {
      return "The rest never got there: a write may take fewer bytes than it was given.";
    }
    return "Some bytes went to a place that is not theirs, or were written over.";
  }

  /**
   * Expects that the file was created or emptied before the first byte was written: by how it was
   * opened, or by {@code truncate(0)}.
   */
  public FileAssert startsEmpty() {
    DiskEvent firstWrite = first(DiskEvent::writes);
    DiskEvent opened = null;
    for (DiskEvent event : events) {
      if (firstWrite != null && event.number() > firstWrite.number()) {
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
      throw unseenOr("Nobody opened " + name + " for writing.", "Nothing can have been written.");
    }
    if (opened.transferred() > 0) {
      throw fail(
          Teaching.saw(
                  "%s still had %d bytes when it was open for writing, with %s."
                      .formatted(name, opened.transferred(), options(opened)))
              .means(
                  "New content is written over the old. If it is shorter, the old tail is still in"
                      + " the file.")
              .todo("Ask for an empty file when you open it: look for an option that truncates."));
    }
    return this;
  }

  /**
   * Expects that every byte of {@code content} was written, in any order, and none twice: after a
   * partial write the next one goes on where it stopped. Also expects that the file {@linkplain
   * #holds holds} it, if the disk is at hand.
   */
  public FileAssert wasWrittenOnce(byte[] content) {
    List<DiskEvent> writes = events.stream().filter(DiskEvent::writes).toList();
    Coverage coverage = new Coverage(writes);
    if (writes.isEmpty() && content.length > 0) {
      throw unseenOr("Nobody wrote to " + name + ".", "The file cannot hold what it should.");
    }
    noByteTwice("write", "written", coverage);
    Coverage.Gap gap = coverage.firstGap(content.length);
    if (gap != null) {
      throw fail(
          Teaching.saw(
                  gap.to() == content.length
                      ? "%s was written only up to byte %d of %d."
                          .formatted(name, gap.from(), content.length)
                      : "Nobody wrote the bytes %d to %d of %s."
                          .formatted(gap.from(), gap.to() - 1, name))
              .means(
                  "A write may take fewer bytes than it was given, and says how many: this one's"
                      + " rest never got to the disk, or went elsewhere.")
              .todo(
                  "Write in a loop until the buffer has nothing remaining; each time at the old"
                      + " position plus the bytes that really went."));
    }
    if (coverage.end() > content.length) {
      throw fail(
          Teaching.saw(
                  "%s was written up to byte %d; the content has %d."
                      .formatted(name, coverage.end(), content.length))
              .means("More went to the disk than there was to write.")
              .todo("Look at limit and position of the buffer at each write."));
    }
    return disk != null && disk.exists(name) ? holds(content) : this;
  }

  /** Expects that every byte was read up to the end that the file has now, and none twice. */
  public FileAssert wasReadOnce() {
    noByteTwice("read", "read", new Coverage(reads()));
    return wasReadToEnd();
  }

  /**
   * Expects that somebody met the end of the file, or read as many bytes as the file has by now,
   * without a gap.
   */
  public FileAssert wasReadToEnd() {
    List<DiskEvent> reads = reads();
    Coverage coverage = new Coverage(reads);
    boolean metTheEnd = reads.stream().anyMatch(read -> read.transferred() < 0);
    long end = disk != null && disk.exists(name) ? disk.contents(name).length : coverage.end();
    Coverage.Gap gap = coverage.firstGap(metTheEnd ? coverage.end() : end);
    boolean sizeKnown = disk != null && disk.exists(name);
    if (gap == null && (metTheEnd || sizeKnown)) {
      return this;
    }
    throw fail(
        Teaching.saw(
                gap == null || gap.from() == coverage.end()
                    ? "%s was read only up to byte %d%s."
                        .formatted(name, coverage.end(), sizeKnown ? " of " + end : "")
                    : "Nobody read the bytes %d to %d of %s."
                        .formatted(gap.from(), gap.to() - 1, name))
            .means("A read may bring fewer bytes than asked for: that is not yet the end.")
            .todo("Read in a loop until a read says that the file has ended (-1)."));
  }

  /**
   * Expects that {@code force(true)}, or opening with {@code SYNC}, made durable all that was
   * written.
   */
  public FileAssert isDurable() {
    DiskEvent lastWrite = lastWrite();
    if (lastWrite == null) {
      throw unseenOr("Nobody wrote to " + name + ".", "There is nothing that could be durable.");
    }
    if (isSynchronous(lastWrite)) {
      return this;
    }
    DiskEvent dataOnly = null;
    DiskEvent tooEarly = null;
    for (DiskEvent event : events) {
      if (event.op() == Op.FORCE && event.isDone()) {
        if (event.startNanos() < lastWrite.endNanos()) {
          tooEarly = event;
        } else if (event.metadata()) {
          return this;
        } else {
          dataOnly = event;
        }
      }
    }
    throw fail(notDurable(dataOnly, tooEarly));
  }

  private Teaching notDurable(@Nullable DiskEvent dataOnly, @Nullable DiskEvent tooEarly) {
    if (dataOnly != null) {
      return Teaching.saw(name + " was made durable with force(false).")
          .means(
              "That promises the data, not the metadata: after a power cut the file may not be as"
                  + " long as it was.")
          .todo("Ask for both: force(true).");
    }
    if (tooEarly != null) {
      return Teaching.saw("force came before the last write to " + name + " had ended.")
          .means("It makes durable what is written already; what comes later is not included.")
          .todo("Force once, after the last byte and before the file is closed.");
    }
    return Teaching.saw(name + " was written, and never forced.")
        .means(
            "The bytes are in the operating system's memory. After a power cut they are gone,"
                + " though the program has reported success.")
        .todo("Call force(true) after the last write, before the file is closed.");
  }

  /** Expects what {@link #isDurable()} does, and that it came before the file was closed. */
  public FileAssert wasForcedBeforeClose() {
    isDurable();
    DiskEvent lastWrite = lastWrite();
    if (lastWrite == null || isSynchronous(lastWrite)) {
      return this;
    }
    for (DiskEvent event : events) {
      if (event.number() < lastWrite.number()) {
        continue;
      }
      if (event.op() == Op.FORCE && event.isDone() && event.metadata()) {
        return this;
      }
      if (event.op() == Op.CLOSE && event.handle() == lastWrite.handle()) {
        throw fail(
            Teaching.saw(name + " was closed first, and forced through another channel later.")
                .means("In between, an error of the disk could go unnoticed.")
                .todo("Call force(true) on the channel that wrote, before it is closed."));
      }
    }
    return this;
  }

  /** Expects that nobody has the file open. The failure's cause is where it was opened. */
  public FileAssert isLeftOpenByNobody() {
    whole.noneIsOpen(recording.on(file).openHandles());
    return this;
  }

  private void noByteTwice(String verb, String participle, Coverage coverage) {
    Coverage.Overlap overlap = coverage.firstOverlap();
    if (overlap != null) {
      DiskEvent later = overlap.later();
      throw fail(
          Teaching.saw(
                  "The %s %s asked for position %d again (%d bytes, %s)."
                      .formatted(
                          ordinal(overlap.laterNth()),
                          verb,
                          later.position(),
                          later.transferred(),
                          DiskAssert.threadOf(later)))
              .means(
                  "Bytes %d to %d of %s had been %s already: they were %s twice."
                      .formatted(
                          overlap.earlier().position(),
                          overlap.earlier().position() + overlap.earlier().transferred() - 1,
                          name,
                          participle,
                          participle))
              .todo(
                  "Go on at the old position plus what the last "
                      + verb
                      + " really moved, which may be less than it was asked for."));
    }
  }

  private List<DiskEvent> reads() {
    List<DiskEvent> reads = events.stream().filter(DiskEvent::reads).toList();
    if (reads.isEmpty()) {
      throw unseenOr("Nobody read " + name + ".", "What the program shows comes from elsewhere.");
    }
    return reads;
  }

  private @Nullable DiskEvent lastWrite() {
    DiskEvent last = null;
    for (DiskEvent event : events) {
      if (event.writes() && event.isDone()) {
        last = event;
      }
    }
    return last;
  }

  private boolean isSynchronous(DiskEvent write) {
    DiskEvent opened = first(e -> e.op() == Op.OPEN && e.number() == write.handle());
    return opened != null && opened.options().contains(StandardOpenOption.SYNC);
  }

  private @Nullable DiskEvent first(Predicate<DiskEvent> wanted) {
    return events.stream().filter(wanted).findFirst().orElse(null);
  }

  private Teaching unseenOr(String observed, String meaning) {
    return events.isEmpty()
        ? whole.unseen(name)
        : fail(
            Teaching.saw(observed)
                .means(meaning)
                .todo("See below what was done with the file, and what is missing."));
  }

  private Teaching fail(Teaching failure) {
    return whole.fail(failure);
  }

  private static boolean isForWriting(java.util.Set<OpenOption> options) {
    return options.contains(StandardOpenOption.WRITE)
        || options.contains(StandardOpenOption.APPEND);
  }

  private static String options(DiskEvent opened) {
    return opened.options().stream().map(OpenOption::toString).sorted().toList().toString();
  }

  private static String ordinal(int nth) {
    return switch (nth) {
      case 2 -> "second";
      case 3 -> "third";
      case 4 -> "fourth";
      default -> nth + "th";
    };
  }

  /** Shows text as text, other bytes in hexadecimal, and only as much as fits a line or two. */
  private static String shown(byte[] bytes) {
    byte[] some = bytes.length > 60 ? Arrays.copyOf(bytes, 60) : bytes;
    String more = bytes.length > 60 ? " ..." : "";
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(some)).toString();
      return '"' + text.replace("\n", "\\n") + '"' + more;
    } catch (CharacterCodingException e) {
      return java.util.HexFormat.ofDelimiter(" ").formatHex(some) + more;
    }
  }
}
