package workshop.downloads;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Origin;

/** Explains the mistakes that {@link AllAtOnceTest} finds. */
final class AllAtOnceDiagnosis {

  private AllAtOnceDiagnosis() {}

  static Diagnosis isInOrderOfArrival(List<Path> expected, List<Path> files) {
    return Diagnosis.observed(
            "The last file arrived first. The result is %s; expected: %s."
                .formatted(names(files), names(expected)))
        .means("The caller cannot tell which file belongs to which URL.")
        .nextStep(
            "Keep one future for each URL, in the order of the URLs, and collect the results in"
                + " that order.");
  }

  static Diagnosis isSorted(List<Path> expected, List<Path> files) {
    return Diagnosis.observed(
            "The result is %s; expected: %s.".formatted(names(files), names(expected)))
        .means("The caller cannot tell which file belongs to which URL.")
        .nextStep("Keep the files in the order of their URLs: do not sort them.");
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  static Diagnosis sendsBeforeItLooks(String fault, Origin origin, @Nullable Throwable refused) {
    return Diagnosis.observed(fault + " The call failed, but it also sent requests.")
        .means("Some downloads have begun, and no code waits for them.")
        .nextStep("Check all URLs before you send the first request: Download.into does that.")
        .evidence("At the origin", origin.exchanges())
        .because(refused);
  }

  static Diagnosis acceptsABadUrl(String fault, List<String> found) {
    return Diagnosis.observed(
            "%s The call succeeded, and the directory holds %s.".formatted(fault, found))
        .means("This URL got no file of its own, and the caller does not learn of it.")
        .nextStep("Pass the whole list to Download.into, which rejects such URLs.");
  }

  static Diagnosis refusesWithAnotherError(String fault, Throwable refused) {
    return Diagnosis.observed(fault + " The call failed with: " + refused)
        .means("The caller cannot tell a bad URL from a network failure, or from a bug.")
        .nextStep("Let the IllegalArgumentException of Download.into reach the caller.")
        .because(refused);
  }

  static Diagnosis namesTheFileAfterTheUrl(List<String> found) {
    return Diagnosis.observed(
            "The URL ended in b%20c+d.bin?day=monday. The directory holds " + found + ".")
        .means(
            "The query is not part of the name, and %20 stands for a space, so the name is b"
                + " c+d.bin.")
        .nextStep("Take the name from URI.getPath(), or let Download.into do it.");
  }

  static Diagnosis isCompleteTooEarly(String why) {
    return Diagnosis.observed("The result was complete while " + why + ".")
        .means("A program that continues now leaves downloads running that no code waits for.")
        .nextStep(
            "Complete the result only when the last download has ended, even if an earlier one"
                + " has failed.");
  }
}
