package workshop.testkit.exercise;

import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;

/** The failures of a {@link WriteThenReadContract}. */
final class WriteThenReadDiagnosis {

  private WriteThenReadDiagnosis() {}

  static void somethingIsWritten(Recording recording) {
    if (recording.only(Op.WRITE, Op.TRANSFER, Op.MAP).isEmpty()) {
      throw Diagnosis.observed(
              "The program printed \"Successfully wrote\" before anything was written.")
          .means("If the write fails, the report is wrong.")
          .nextStep("Report the write when it is done.");
    }
  }

  /** Checked before "never forced", because there is a force, but too late. */
  static void forcedLaterThanReported(Recording whenReported, Recording atTheEnd) {
    if (whenReported.only(Op.FORCE).isEmpty() && !atTheEnd.only(Op.FORCE).isEmpty()) {
      assertThat(atTheEnd).file(WriteThenReadContract.NAME).isDurable();
      boolean durableByItsOpenOption =
          whenReported.events().stream()
              .anyMatch(event -> event.options().contains(StandardOpenOption.SYNC));
      if (!durableByItsOpenOption) {
        throw Diagnosis.observed(
                "The program printed \"Successfully wrote\" first and forced the file afterwards.")
            .means("If the power fails between the two, the report is wrong.")
            .nextStep("Report the write after the force.")
            .evidence("On the disk", atTheEnd);
      }
    }
  }

  static Diagnosis doesNotName(Path file, Exception error) {
    if (String.valueOf(error.getMessage()).contains(file.normalize().toString())) {
      return Diagnosis.observed("The program changed the path in its error: " + error)
          .means("People look for the path that they typed, which was " + file + ".")
          .nextStep("Put the path into the message as it was given.")
          .because(error);
    }
    return Diagnosis.observed("The program ended with " + error)
        .means(
            "An error without a path does not say which file it is about. Here, the path was "
                + file
                + ".")
        .nextStep(
            "Put the path, with its directories, into the message. Keep the original error as the"
                + " cause.")
        .because(error);
  }

  /** Expects that the file was not read again after it was changed. */
  static void assertReadOnce(String printed) {
    if (printed.endsWith("changed after the read\n")) {
      throw Diagnosis.observed(
              "The program read the file twice, and showed what it read the second time.")
          .means("A file may change between two reads. Then the count does not match the text.")
          .nextStep("Read the file once. Count the bytes and decode the same bytes.")
          .evidence("Printed", quoted(printed));
    }
  }

  static Diagnosis createdByTheRead(Disk disk, String printed) {
    return Diagnosis.observed(
            "The file was deleted before it was read, and the program created an empty one.")
        .means("A missing file looks like an empty one, and the caller never finds out.")
        .nextStep("Open the file for reading only, without an option that writes or creates.")
        .evidence("On the disk", disk.recording())
        .evidence("Printed", quoted(printed));
  }

  static void assertPrinted(String expected, String printed) {
    if (printed.isEmpty()) {
      throw Diagnosis.observed("The program printed nothing to the stream that it was given.")
          .means("The caller chose where the output goes, but the output does not arrive there.")
          .nextStep("Print to the PrintStream that is passed to run(), and not to System.out.");
    }
    if (!printed.equals(expected)) {
      throw Diagnosis.observed(difference(expected, printed))
          .means("A script that reads this output expects exactly these lines.")
          .nextStep("Compare line by line, and fix the first line that differs.")
          .evidence("Printed", quoted(printed))
          .evidence("Expected", quoted(expected));
    }
  }

  static int end(String text, String part) {
    return text.contains(part) ? text.indexOf(part) + part.length() : 0;
  }

  /** Describes the first difference between two texts. */
  static String difference(String expected, String printed) {
    List<String> wanted = expected.lines().toList();
    List<String> got = printed.lines().toList();
    for (int at = 0; at < Math.min(wanted.size(), got.size()); at++) {
      if (!wanted.get(at).equals(got.get(at))) {
        return "Line %d is \"%s\" but should be \"%s\"."
            .formatted(at + 1, got.get(at), wanted.get(at));
      }
    }
    if (wanted.size() != got.size()) {
      return "%d %s printed, but %d are expected."
          .formatted(got.size(), got.size() == 1 ? "line was" : "lines were", wanted.size());
    }
    return "Every line is right, but the last line does not end correctly.";
  }

  static String quoted(String text) {
    return text.isEmpty()
        ? "  (nothing)"
        : text.lines().map(line -> "  | " + line).collect(Collectors.joining("\n"));
  }
}
