package workshop.downloads;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Exchanges;
import workshop.testkit.http.Origin;

/** Explains the mistakes that {@link AtMostTest} finds. */
final class AtMostDiagnosis {

  private AtMostDiagnosis() {}

  static Diagnosis worksInBatches(Exchanges arrivals) {
    return Diagnosis.observed(
            "One of three downloads in flight has ended, but the next one has not begun.")
        .means(
            "A permit is free, but your code does not use it until other downloads have ended,"
                + " however slow they are.")
        .nextStep(
            "Begin the next download whenever any download ends: do not work in batches, and do"
                + " not wait for the oldest one.")
        .evidence("At the origin", arrivals);
  }

  static Diagnosis beginsWithoutAPermit(int begun) {
    return Diagnosis.observed(
            "No download had ended, but %d were in flight together; the limit is 2."
                .formatted(begun))
        .means(
            "A download did not wait for a permit, or gave up waiting. Or a permit was released"
                + " before its download had ended.")
        .nextStep(
            "Let each download wait for its permit, as long as it takes, before it begins. Release"
                + " the permit when the download's future is done.");
  }

  static Diagnosis waitsForNoDownload() {
    return Diagnosis.observed("The list was empty, and the result never completed.")
        .means(
            "An empty list has no last download, so code that waits for the end of the last one"
                + " waits forever.")
        .nextStep(
            "Use allOf, which is complete at once if there are no futures, or check the size"
                + " first.");
  }

  static Diagnosis losesTheReason(String what, Throwable failure) {
    return Diagnosis.observed("One download " + what + ". The result failed with: " + failure)
        .means(
            "The message of the original error, \"carrier-pigeon\", is lost, and with it the"
                + " reason.")
        .nextStep("Let the result fail with what the download threw.")
        .because(failure);
  }

  static Diagnosis letsASupplierThrow(Throwable thrown) {
    return Diagnosis.observed("One download could not begin, and all() threw: " + thrown)
        .means("The caller gets no future, and the other downloads do not run.")
        .nextStep("Treat a download that throws, or returns null, as failed.")
        .because(thrown);
  }

  static Diagnosis losesTheFailure(Throwable failure) {
    return Diagnosis.observed(
            "Four downloads failed with a 404. The result failed with: " + failure)
        .means("The caller cannot tell what went wrong: the downloads' own errors are lost.")
        .nextStep(
            "Let the result fail with one download's error, or with an exception that has that"
                + " error as its cause.")
        .because(failure);
  }

  static Diagnosis succeedsAfterAFailure(String situation) {
    return Diagnosis.observed(situation + " The result succeeded.")
        .means(
            "The list has a gap or is too short, but the caller believes that it contains all"
                + " files.")
        .nextStep("Run all other downloads, and then let the result fail.");
  }

  static Diagnosis addsAPermitPerFailure(Origin origin) {
    return Diagnosis.observed(
            "After four failures, %d requests were in flight together; the limit is 2."
                .formatted(origin.exchanges().maxInFlight()))
        .means("Each failure gave back two permits, so the limit grows.")
        .nextStep("Release the permit in one place that every download reaches exactly once.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis splitsTheList(Origin origin) {
    return Diagnosis.observed(
            ("One of nine downloads is slow; the limit is 3. Only %d have begun, and the others are"
                    + " waiting.")
                .formatted(origin.exchanges().count()))
        .means(
            "The slow download keeps others waiting although a permit is free. Either you"
                + " split the list in advance, or your code waits for the slow download before it"
                + " begins another.")
        .nextStep("Whenever any download ends, begin the next one, wherever it is in the list.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis failsWithANull(Throwable failure) {
    return Diagnosis.observed(
            "The second of two downloads completed with null. The result failed with: " + failure)
        .means(
            "A download without a value, such as a CompletableFuture<Void>, completes with null.")
        .nextStep(
            "Collect the results with Stream.toList, whose list may hold null, and not with"
                + " List.of.")
        .because(failure);
  }

  static Diagnosis losesANull() {
    return Diagnosis.observed(
            "The second of two downloads completed with null. The result never completed.")
        .means(
            "Your callback stores the null where null is not allowed. The NullPointerException"
                + " stays in the callback's stage, and the caller waits forever.")
        .nextStep("Keep each result in something that can hold null, such as a future.");
  }

  static Diagnosis readsTheCallersList(CompletableFuture<?> all) {
    String ended =
        switch (all.state()) {
          case RUNNING -> "never completed.";
          case SUCCESS -> "is " + all.resultNow() + ".";
          case FAILED -> "failed with: " + all.exceptionNow();
          case CANCELLED -> "was canceled.";
        };
    return Diagnosis.observed("The caller emptied its list after the call. The result " + ended)
        .means("The list belongs to the caller, who may use it for something else.")
        .nextStep("Copy the list with List.copyOf before you return.");
  }

  static Diagnosis acceptsNoPermit(int limit) {
    return Diagnosis.observed("The limit was " + limit + ", but the call was accepted.")
        .means("Without a permit, no download ever begins, and the caller waits forever.")
        .nextStep("Throw an IllegalArgumentException for a limit below 1.");
  }

  static Diagnosis endsWithTheFirstFailure() {
    return Diagnosis.observed(
            "The first download failed, and the result was complete before the last one had ended.")
        .means("The last download is still in flight, and no code waits for it.")
        .nextStep("Complete the result when the last download has ended.");
  }

  static Diagnosis nestsItsCalls(int many) {
    return Diagnosis.observed(
            many + " downloads ended as soon as they began, and the result never completed.")
        .means(
            "If each download starts the next one when it ends, and all of them end immediately,"
                + " the calls nest until the stack overflows.")
        .nextStep("Begin the downloads in a loop, on a thread that may wait for a permit.");
  }

  static Diagnosis mergesEqualEntries(int entries, int results) {
    return Diagnosis.observed(
            ("The list had the same supplier in all of its %d places, but the result has the values"
                    + " of only %s.")
                .formatted(entries, results == 1 ? "one call" : results + " calls"))
        .means(
            "The caller expects one result for each place in the list. A set, or a map with the"
                + " suppliers as its keys, has equal suppliers only once.")
        .nextStep("Keep the results in a list, with one entry for each place.");
  }

  static Diagnosis losesAPermit(String situation, Origin origin) {
    return Diagnosis.observed(
            situation + " The other downloads never began, or the result never completed.")
        .means("The failed download did not give its permit back, or its failure ended the loop.")
        .nextStep(
            "Release the permit no matter how the download ends, even if its supplier throws.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis skipsTheRest(Origin origin) {
    return Diagnosis.observed("A download failed, and the downloads after it never began.")
        .means("Because one download failed, the caller gets none of the files after it.")
        .nextStep("Begin every download, no matter how the ones before it ended.")
        .evidence("At the origin", origin.exchanges());
  }

  static void assertInOrder(List<String> expected, List<String> results) {
    if (!expected.equals(results)) {
      throw isInOrderOfArrival(expected, results);
    }
  }

  private static Diagnosis isInOrderOfArrival(List<String> expected, List<String> results) {
    Diagnosis.Observed observed = Diagnosis.observed("The result is " + results + ".");
    return results.size() == expected.size() && results.containsAll(expected)
        ? observed
            .means(
                "The result should be "
                    + expected
                    + ", because the caller identifies each result by its position.")
            .nextStep(
                "Keep the results in the order of the downloads, not in the order of arrival.")
        : observed
            .means("The result should be " + expected + ", with one entry for each download.")
            .nextStep("Complete the result when every download has ended, with all results.");
  }
}
