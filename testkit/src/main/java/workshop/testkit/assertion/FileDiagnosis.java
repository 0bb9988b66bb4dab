package workshop.testkit.assertion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import workshop.disk.DiskEvent;
import workshop.disk.Timeline;
import workshop.testkit.assertion.Coverage.Gap;
import workshop.testkit.assertion.Coverage.Overlap;
import workshop.testkit.diagnosis.Diagnosis;

/** The words for what can be wrong with one file. Each still lacks its evidence. */
record FileDiagnosis(String name) {

  private static final int SHOWN = 60;

  private static final String OLD_TAIL =
      "Opening for writing does not empty a file: the old tail is still in the file.";

  private static final String ASK_FOR_AN_EMPTY_FILE =
      "Ask for an empty file when you open it: look for an option that truncates.";

  private static final String TOO_MUCH =
      "More went to the disk than there was to write: all of a buffer, for instance, and not only what"
          + " was put into it.";

  private static final String DATA_ONLY =
      "The bytes are promised, and of the metadata only what it takes to find them again. The rest,"
          + " such as the file's times, may be lost in a power cut.";

  /**
   * Returns the failure for a file with other content.
   *
   * @param written up to which byte somebody has written
   */
  Diagnosis otherContent(byte[] expected, byte[] found, int same, long written) {
    boolean inHex = !isText(expected) || !isText(found);
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "The file %s holds %d bytes where %d were expected; the first %d are right."
                    .formatted(name, found.length, expected.length, same)
                + "\nExpected "
                + shown(expected, inHex)
                + "\nFound    "
                + shown(found, inHex));
    if (isInAnotherCharset(expected, found)) {
      return observed
          .means("It is the same text, turned into bytes in another way: in another charset.")
          .nextStep("Name the charset, UTF_8, where the text becomes bytes.");
    }
    if (Arrays.equals(new String(expected, UTF_8).getBytes(UTF_8), found)) {
      return observed
          .means(
              "They went through a String: bytes that are not UTF-8 became the replacement character"
                  + " (EF BF BD).")
          .nextStep("Leave the bytes as they are: they need not be text.");
    }
    if (same == expected.length && written < found.length) {
      return observed.means(OLD_TAIL).nextStep(ASK_FOR_AN_EMPTY_FILE);
    }
    return observed
        .means(same == expected.length ? TOO_MUCH : meaningOfOtherContent(found, same))
        .nextStep(
            "Follow the positions below: every byte has one place, and the file ends where the"
                + " content ends.");
  }

  private static boolean isInAnotherCharset(byte[] expected, byte[] found) {
    String text = new String(expected, UTF_8);
    return Stream.of(ISO_8859_1, UTF_16, UTF_16LE)
        .anyMatch(other -> text.equals(new String(found, other)) && found.length > 0);
  }

  private static String meaningOfOtherContent(byte[] found, int same) {
    if (found.length == 0) {
      return "Nothing was written. A buffer that was filled with put() has nothing remaining until"
          + " flip() turns it around.";
    }
    if (same == found.length) {
      return "The rest never got there: a write may take fewer bytes than it was given.";
    }
    return "Some bytes went to a place that is not theirs, or were written over.";
  }

  Diagnosis oldContent(DiskEvent opened) {
    return Diagnosis.observed(
            "The file %s still had %d bytes when it was open for writing, with %s."
                .formatted(name, opened.transferred(), Timeline.options(opened.options())))
        .means(
            "New content is written over the old. If it is shorter, the old tail is still in the"
                + " file.")
        .nextStep(ASK_FOR_AN_EMPTY_FILE);
  }

  Diagnosis moved(Overlap overlap, String verb, String participle) {
    DiskEvent earlier = overlap.earlier();
    DiskEvent later = overlap.later();
    return Diagnosis.observed(
            "The %s %s asked for position %d again (%d bytes, thread \"%s\")."
                .formatted(
                    ordinal(overlap.laterNth()),
                    verb,
                    later.position(),
                    later.transferred(),
                    later.thread()))
        .means(
            "Of the bytes %d to %d of %s, which had been %s already, some were %s twice."
                .formatted(
                    earlier.position(),
                    earlier.position() + earlier.transferred() - 1,
                    name,
                    participle,
                    participle))
        .nextStep(
            "Go on at the old position plus what the last "
                + verb
                + " really moved, which may be less than it was asked for.");
  }

  Diagnosis notWritten(Gap gap, long length, List<DiskEvent> writes) {
    Diagnosis.Observed observed =
        Diagnosis.observed(
            gap.to() == length
                ? "The file %s was written only up to byte %d of %d."
                    .formatted(name, gap.from(), length)
                : "No write covered the bytes %d to %d of %s."
                    .formatted(gap.from(), gap.to() - 1, name));
    if (gap.to() == length && writes.stream().allMatch(e -> e.transferred() == e.requested())) {
      return observed
          .means("Each write took all it was given: no write was given the rest.")
          .nextStep(
              "Look at what ends your loop. A read may bring fewer bytes than asked for, and they count;"
                  + " only one that brings none is the end.");
    }
    return observed
        .means(
            "A write may take fewer bytes than it was given, and says how many: the rest never got"
                + " to the disk, or went elsewhere.")
        .nextStep(
            "Write in a loop until the buffer has nothing remaining; each time at the old position"
                + " plus the bytes that really went.");
  }

  Diagnosis writtenTooFar(long end, long length) {
    return Diagnosis.observed(
            "The file %s was written up to byte %d; the content has %d."
                .formatted(name, end, length))
        .means(TOO_MUCH)
        .nextStep("Look at limit and position of the buffer at each write.");
  }

  Diagnosis notReadToTheEnd(long end) {
    return Diagnosis.observed("The file %s was read only up to byte %d.".formatted(name, end))
        .means("A read may bring fewer bytes than asked for: that is not yet the end.")
        .nextStep("Read in a loop until a read says that the file has ended (-1).");
  }

  Diagnosis notRead(Gap gap) {
    return Diagnosis.observed(
            "No read covered the bytes %d to %d of %s.".formatted(gap.from(), gap.to() - 1, name))
        .means("The position moved on by more than the read had brought.")
        .nextStep("Go on at the old position plus what the last read really brought.");
  }

  Diagnosis forcedDataOnly() {
    return Diagnosis.observed("The file " + name + " was made durable with force(false).")
        .means(DATA_ONLY)
        .nextStep("Ask for both: force(true).");
  }

  Diagnosis openedForDataOnly() {
    return Diagnosis.observed("The file " + name + " was opened with DSYNC, and never forced.")
        .means("Each write is durable when it returns, so no force is missing. " + DATA_ONLY)
        .nextStep("Ask for both: force(true) after the last write, or SYNC instead of DSYNC.");
  }

  Diagnosis forcedTooEarly() {
    return Diagnosis.observed("A force came before the last write to " + name + " had ended.")
        .means("It makes durable what is written already; what comes later is not included.")
        .nextStep("Force once, after the last byte and before the file is closed.");
  }

  Diagnosis neverForced() {
    return Diagnosis.observed("The file " + name + " was written, and never forced.")
        .means(
            "The bytes are in the operating system's memory. After a power cut they are gone,"
                + " though the program has reported success.")
        .nextStep("Call force(true) after the last write, before the file is closed.");
  }

  Diagnosis forcedAfterClose() {
    return Diagnosis.observed(
            "The file " + name + " was closed first, and forced through another channel later.")
        .means("In between, an error of the disk could go unnoticed.")
        .nextStep("Call force(true) on the channel that wrote, before it is closed.");
  }

  Diagnosis mapped() {
    return Diagnosis.observed("The file " + name + " was mapped into memory.")
        .means(
            "What the program does there is no operation: it reaches the disk unseen, at a time that"
                + " the operating system chooses, so it cannot be checked, and an error of the disk"
                + " reaches nobody as an exception.")
        .nextStep("Use read and write here instead of map.");
  }

  Diagnosis noOperation(String did, String meaning) {
    return Diagnosis.observed("No operation " + did + " " + name + ".")
        .means(meaning)
        .nextStep("See below what was done with the file, and what is missing.");
  }

  private static String ordinal(int nth) {
    return switch (nth) {
      case 2 -> "second";
      case 3 -> "third";
      case 4 -> "fourth";
      default -> nth + "th";
    };
  }

  private static boolean isText(byte[] bytes) {
    return Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
  }

  /** Shows as much as fits a line. */
  private static String shown(byte[] bytes, boolean inHex) {
    String more = bytes.length > SHOWN ? " ..." : "";
    byte[] some = bytes.length > SHOWN ? Arrays.copyOf(bytes, SHOWN) : bytes;
    return inHex
        ? HexFormat.ofDelimiter(" ").withUpperCase().formatHex(some) + more
        : '"'
            + new String(some, UTF_8).replace("\n", "\\n").replaceAll("\\p{Cntrl}", "?")
            + '"'
            + more;
  }
}
