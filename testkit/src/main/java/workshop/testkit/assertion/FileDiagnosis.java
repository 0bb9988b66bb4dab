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
import workshop.disk.EventTable;
import workshop.disk.Op;
import workshop.testkit.assertion.Coverage.Gap;
import workshop.testkit.assertion.Coverage.Overlap;
import workshop.testkit.diagnosis.Diagnosis;

/** The failures of a {@link FileAssert}, without their evidence. */
record FileDiagnosis(String name) {

  private static final int SHOWN = 60;

  private static final String OLD_TAIL =
      "Opening a file for writing does not empty it: the old tail is still in the file.";

  private static final String APPENDED =
      "You appended the new content: the old content is still in front of it.";

  static final String LOST_IN_A_TRANSFER =
      "transferFrom takes the bytes out of its source before it writes them. Bytes that a partial"
          + " write does not take are lost, and the next transferFrom cannot find them.";

  static final String KEEP_WHAT_REMAINS =
      "Write from a buffer instead, in a loop: it keeps the bytes that a partial write did not"
          + " take.";

  private static final String ASK_FOR_AN_EMPTY_FILE =
      "When you open the file, use an option that truncates it.";

  private static final String TOO_MUCH =
      "Your code wrote more than the content: for example, the whole buffer instead of only the"
          + " bytes that were put into it.";

  private static final String CHECK_THE_BUFFER =
      "Check the limit and the position of the buffer at each write.";
  private static final String DATA_ONLY =
      "The bytes are durable, but other metadata, such as the file's times, may be lost in a power"
          + " failure.";

  /**
   * Returns the failure for a file with unexpected content, of which {@code written} bytes are new.
   */
  Diagnosis otherContent(byte[] expected, byte[] found, int same, long written) {
    boolean inHex = !isText(expected) || !isText(found);
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "The file %s holds %d bytes, but %d were expected."
                    .formatted(name, found.length, expected.length)
                + (same == 0 ? "" : " The first %d are right.".formatted(same))
                + "\nExpected "
                + shown(expected, inHex)
                + "\nFound    "
                + shown(found, inHex));
    if (isInAnotherCharset(expected, found)) {
      return observed
          .means("The file holds the same text, but in a different charset.")
          .nextStep("Pass UTF_8 where you turn the text into bytes.");
    }
    if (Arrays.equals(new String(expected, UTF_8).getBytes(UTF_8), found)) {
      return observed
          .means(
              "The bytes went through a String: those that are not UTF-8 became the replacement"
                  + " character (EF BF BD).")
          .nextStep("Copy the bytes without a String, because they need not be text.");
    }
    if (expected.length > 0 && endsWith(found, expected) && found.length > expected.length) {
      return observed
          .means(APPENDED)
          .nextStep("Open the file without append mode, and with an option that truncates it.");
    }
    if (same == expected.length && written < found.length) {
      return observed.means(OLD_TAIL).nextStep(ASK_FOR_AN_EMPTY_FILE);
    }
    return same == expected.length
        ? observed.means(TOO_MUCH).nextStep(CHECK_THE_BUFFER)
        : observed
            .means(meaningOfOtherContent(found, same))
            .nextStep("Check the positions below. Write every byte once, at its own position.");
  }

  Diagnosis neverEmptied(int size) {
    return Diagnosis.observed(
            ("The content was empty, and your code never opened %s for writing. The file still"
                    + " holds %d old bytes.")
                .formatted(name, size))
        .means("The caller wanted an empty file, but the next reader gets the old content.")
        .nextStep("Open the file as for any other content, so that opening it empties it.");
  }

  private static boolean endsWith(byte[] found, byte[] expected) {
    int from = Math.max(0, found.length - expected.length);
    return Arrays.equals(Arrays.copyOfRange(found, from, found.length), expected);
  }

  private static boolean isInAnotherCharset(byte[] expected, byte[] found) {
    String text = new String(expected, UTF_8);
    return Stream.of(ISO_8859_1, UTF_16, UTF_16LE)
        .anyMatch(other -> text.equals(new String(found, other)) && found.length > 0);
  }

  private static String meaningOfOtherContent(byte[] found, int same) {
    if (found.length == 0) {
      return "Nothing was written. Bytes that you have put() into a buffer can be written only after"
          + " flip().";
    }
    if (same == found.length) {
      return "The remaining bytes are missing. Either your code never wrote them, or a write took"
          + " fewer bytes than it was given.";
    }
    return "Some bytes went to the wrong position, or were overwritten.";
  }

  /**
   * Returns the failure for a file that was not empty when it was opened. The first write went to
   * {@code position}.
   */
  Diagnosis oldContent(DiskEvent opened, long position) {
    return Diagnosis.observed(
            "The file %s still had %d bytes after it was opened for writing with %s."
                .formatted(name, opened.transferred(), EventTable.options(opened.options())))
        .means(
            position == opened.transferred()
                ? APPENDED
                : "The new content overwrites the old content from its beginning. If the new"
                    + " content is shorter, the old tail is still in the file.")
        .nextStep(ASK_FOR_AN_EMPTY_FILE);
  }

  Diagnosis moved(Overlap overlap, String verb, String participle) {
    DiskEvent earlier = overlap.earlier();
    DiskEvent later = overlap.later();
    return Diagnosis.observed(
            "The %s %s started at position %d again (%d bytes, thread \"%s\")."
                .formatted(
                    ordinal(overlap.laterNth()),
                    verb,
                    later.position(),
                    later.transferred(),
                    later.thread()))
        .means(
            earlier.transferred() == 1
                ? "Byte %d of %s was %s twice.".formatted(earlier.position(), name, participle)
                : "Some of the bytes %d to %d of %s were %s twice."
                    .formatted(
                        earlier.position(),
                        earlier.position() + earlier.transferred() - 1,
                        name,
                        participle))
        .nextStep(
            "Continue at the old position plus the number of bytes that the last "
                + verb
                + " moved, which may be fewer than you asked for.");
  }

  Diagnosis notWritten(Gap gap, long length, List<DiskEvent> writes) {
    Diagnosis.Observed observed =
        Diagnosis.observed(
            gap.to() == length
                ? "The file %s was written only up to byte %d of %d."
                    .formatted(name, gap.from(), length)
                : "The bytes %d to %d of %s were not written."
                    .formatted(gap.from(), gap.to() - 1, name));
    if (writes.stream().anyMatch(FileDiagnosis::foundNothing)) {
      return observed.means(LOST_IN_A_TRANSFER).nextStep(KEEP_WHAT_REMAINS);
    }
    if (gap.to() == length && writes.stream().allMatch(e -> e.transferred() == e.requested())) {
      return observed
          .means(
              "Each write took all bytes that it was given. Your code never passed the remaining"
                  + " bytes to a write.")
          .nextStep(
              "Check the condition that ends your loop. A read may return fewer bytes than asked"
                  + " for. Only -1 is the end.");
    }
    return observed
        .means(
            "A write may take fewer bytes than it was given, and returns how many. The remaining"
                + " bytes are missing, or went to a different position.")
        .nextStep(
            "Write in a loop until the buffer has no remaining bytes. Each time, continue at the"
                + " old position plus the number of bytes that were written.");
  }

  private static boolean foundNothing(DiskEvent write) {
    return write.op() == Op.TRANSFER && write.isDone() && write.transferred() == 0;
  }

  Diagnosis writtenTooFar(long end, long length) {
    return Diagnosis.observed(
            "The file %s was written up to byte %d, but the content has only %d bytes."
                .formatted(name, end, length))
        .means(TOO_MUCH)
        .nextStep(CHECK_THE_BUFFER);
  }

  Diagnosis notReadToTheEnd(long end) {
    return Diagnosis.observed("The file %s was read only up to byte %d.".formatted(name, end))
        .means("A read may return fewer bytes than asked for. That is not the end of the file.")
        .nextStep("Read in a loop until a read returns -1.");
  }

  Diagnosis notRead(Gap gap) {
    return Diagnosis.observed(
            "The bytes %d to %d of %s were not read.".formatted(gap.from(), gap.to() - 1, name))
        .means("The position advanced by more bytes than the read returned.")
        .nextStep("Continue at the old position plus the number of bytes that the read returned.");
  }

  Diagnosis forcedDataOnly() {
    return Diagnosis.observed("The file " + name + " was made durable with force(false).")
        .means(DATA_ONLY)
        .nextStep("Force the metadata as well, with force(true).");
  }

  Diagnosis openedForDataOnly() {
    return Diagnosis.observed("The file " + name + " was opened with DSYNC but never forced.")
        .means(DATA_ONLY)
        .nextStep("Call force(true) after the last write, or use SYNC instead of DSYNC.");
  }

  Diagnosis forcedTooEarly(DiskEvent last) {
    String change = last.op() == Op.TRUNCATE ? "the truncation of " : "the last write to ";
    return Diagnosis.observed("A force came before " + change + name + " had ended.")
        .means("A force covers what has been written so far, but not what is written later.")
        .nextStep("Force once, after the last byte and before you close the file.");
  }

  Diagnosis neverForced() {
    return Diagnosis.observed("The file " + name + " was written but never forced.")
        .means(
            "The bytes are in the operating system's memory. After a power failure they are gone,"
                + " although the program has reported success.")
        .nextStep("Call force(true) after the last write, before you close the file.");
  }

  Diagnosis mapped() {
    return Diagnosis.observed("The file " + name + " was mapped into memory.")
        .means(
            "The operating system decides when mapped bytes reach the disk. The test cannot see"
                + " that, and your code gets no exception if the disk fails.")
        .nextStep("In this exercise, use read and write instead of map.");
  }

  Diagnosis copied() {
    return Diagnosis.observed("The file " + name + " was copied as a whole, with Files.copy.")
        .means("The operating system moves the bytes, and no force makes the copy durable.")
        .nextStep("Open the file itself, and read or write its bytes through its channel.");
  }

  Diagnosis noOperation(String did, String meaning) {
    return Diagnosis.observed("No operation " + did + " " + name + ".")
        .means(meaning)
        .nextStep("See below what was done with the file, and look for the step that is missing.");
  }

  private static String ordinal(int nth) {
    return switch (nth) {
      case 2 -> "second";
      case 3 -> "third";
      case 4 -> "fourth";
      default -> {
        boolean teen = nth % 100 / 10 == 1;
        int last = teen ? 0 : nth % 10;
        yield nth + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
      }
    };
  }

  private static boolean isText(byte[] bytes) {
    return Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
  }

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
