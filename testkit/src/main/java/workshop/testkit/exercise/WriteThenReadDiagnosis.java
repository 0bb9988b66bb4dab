package workshop.testkit.exercise;

import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;

/** What is said about an answer to the program that every technique builds. */
final class WriteThenReadDiagnosis {

  private WriteThenReadDiagnosis() {}

  static void somethingIsWritten(Recording recording) {
    if (recording.only(Op.WRITE, Op.TRANSFER, Op.MAP).isEmpty()) {
      throw Diagnosis.observed(
              "The program printed \"Successfully wrote\" before anything was written.")
          .means("A reader believes the report, and a power failure proves it wrong.")
          .nextStep("Report a step after it is done.");
    }
  }

  /** The force is there, but in the wrong place: "never forced" would lead astray. */
  static void forcedLaterThanReported(Recording whenReported, Recording atTheEnd) {
    if (whenReported.only(Op.FORCE).isEmpty() && !atTheEnd.only(Op.FORCE).isEmpty()) {
      assertThat(atTheEnd).file(WriteThenReadContract.NAME).isDurable();
      boolean durableByItsOpenOption =
          whenReported.events().stream()
              .anyMatch(event -> event.options().contains(StandardOpenOption.SYNC));
      if (!durableByItsOpenOption) {
        throw Diagnosis.observed(
                "The program printed \"Successfully wrote\" first and forced the file afterwards.")
            .means("If the power fails in between, the report was wrong.")
            .nextStep("Report the write after the force.")
            .evidence("On the disk", atTheEnd);
      }
    }
  }

  static void assertPrinted(String expected, String printed) {
    if (!printed.equals(expected)) {
      throw Diagnosis.observed(difference(expected, printed))
          .means("Every technique prints the same, to the letter; others compare the output.")
          .nextStep("Compare line by line: the first line that differs is the one to fix.")
          .evidence("Printed", quoted(printed))
          .evidence("Expected", quoted(expected));
    }
  }

  static int end(String text, String part) {
    return text.contains(part) ? text.indexOf(part) + part.length() : 0;
  }

  /** Returns where two texts part, in words: two blocks of text look alike too easily. */
  static String difference(String expected, String printed) {
    if (printed.isEmpty()) {
      return "The program printed nothing to the stream that it was given.";
    }
    List<String> wanted = expected.lines().toList();
    List<String> got = printed.lines().toList();
    for (int at = 0; at < Math.min(wanted.size(), got.size()); at++) {
      if (!wanted.get(at).equals(got.get(at))) {
        return "Line %d is \"%s\" and should be \"%s\"."
            .formatted(at + 1, got.get(at), wanted.get(at));
      }
    }
    if (wanted.size() != got.size()) {
      return "%d %s printed, and %d are expected."
          .formatted(got.size(), got.size() == 1 ? "line was" : "lines were", wanted.size());
    }
    return "Every line is right, but the end of the last line is not.";
  }

  static String quoted(String text) {
    return text.isEmpty()
        ? "  (nothing)"
        : text.lines().map(line -> "  | " + line).collect(Collectors.joining("\n"));
  }
}
