package workshop.downloads;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Origin;

/** Explains the mistakes that {@link DownloaderTest} finds. */
final class DownloaderDiagnosis {

  private static final String PROGRESS = "What the listener got";

  private DownloaderDiagnosis() {}

  static Diagnosis runFails(Throwable failed) {
    return Diagnosis.observed("The run failed: " + failed)
        .means(
            "One failed download ended the whole run. The outcomes of the other downloads are"
                + " lost.")
        .nextStep(
            "Turn each failure into the outcome of its download before you combine the outcomes.")
        .because(failed);
  }

  static Diagnosis exitsWithZero() {
    return Diagnosis.observed("Five of eight files are missing, but the exit status is 0.")
        .means("The script that runs this program continues as if all files were there.")
        .nextStep("If a download failed, give it the outcome Failed.");
  }

  static Diagnosis isInOrderOfArrival(List<Path> files) {
    return Diagnosis.observed(
            "Each download has an outcome, but the outcomes are in a different order.")
        .means("A program that takes the nth outcome for the nth download mixes up the downloads.")
        .nextStep("Use the list that AtMost returns: it keeps the order of the downloads.")
        .evidence("The first outcomes", RunAssert.names(files.stream().limit(12).toList()));
  }

  static Diagnosis misses(int downloads, int outcomes, List<String> missing, Summary summary) {
    String which =
        missing.isEmpty() ? "" : " These downloads have no outcome: " + shown(missing) + ".";
    return Diagnosis.observed(
            "The summary has %d outcomes for %d downloads.%s".formatted(outcomes, downloads, which))
        .means("A reader of the summary does not learn what happened to each file.")
        .nextStep("Create one outcome for each download, in the order of the downloads.")
        .evidence("The summary", summary);
  }

  private static String shown(List<String> names) {
    List<String> some = names.stream().limit(5).toList();
    return String.join(", ", some)
        + (names.size() > some.size() ? " and %d more".formatted(names.size() - some.size()) : "");
  }

  static Diagnosis countsOtherwise(Summary summary, long saved, long failed, long stopped) {
    return Diagnosis.observed("The summary says: " + firstLine(summary) + ".")
        .means(
            "The summary should say: %d saved, %d failed, %d stopped."
                .formatted(saved, failed, stopped))
        .nextStep(
            "Pick one download with a wrong outcome, and trace it from its end to that outcome.")
        .evidence("The summary", summary);
  }

  private static String firstLine(Summary summary) {
    return summary.toString().lines().findFirst().orElse("");
  }

  static Diagnosis hasAnotherOutcome(
      String situation, Outcome outcome, Class<? extends Outcome> expected) {
    return Diagnosis.observed(
            "%s Its outcome is %s; expected: %s."
                .formatted(situation, outcome.getClass().getSimpleName(), expected.getSimpleName()))
        .means("The summary is wrong about this download.")
        .nextStep("Trace this download from its end to its outcome.")
        .evidence("The outcome", outcome);
  }

  static Diagnosis throwsForOneDownload(Throwable thrown) {
    return Diagnosis.observed("One of eight URLs was bad, and the run threw: " + thrown)
        .means("Because of one bad URL, the caller gets none of the other files.")
        .nextStep("Give that download the outcome Failed, and run the other downloads.")
        .because(thrown);
  }

  static Diagnosis isNotFailed(int nth, Outcome outcome) {
    return Diagnosis.observed(
            "Download %d failed, but its outcome is %s."
                .formatted(nth, outcome.getClass().getSimpleName()))
        .means("The summary hides a failure from its reader.")
        .nextStep("If the future of a download failed, give the download the outcome Failed.")
        .evidence("The outcome", outcome);
  }

  static Diagnosis jumps(String observed, List<Progress> told) {
    return Diagnosis.observed(observed)
        .means(
            "The listener may get 6 before 5, or both at the same time, and a progress bar then"
                + " jumps back.")
        .nextStep("Count and call the listener in one step that only one thread can do at a time.")
        .evidence(PROGRESS, told);
  }

  private static String calls(List<Progress> told) {
    return switch (told.size()) {
      case 0 -> "no call";
      case 1 -> "one call";
      default -> told.size() + " calls";
    };
  }

  static Diagnosis isToldOtherwise(int total, List<Progress> told) {
    return Diagnosis.observed("The listener got %s for %d downloads.".formatted(calls(told), total))
        .means("The listener should get each number from 1 to %d exactly once.".formatted(total))
        .nextStep(
            "Call the listener once for each download that has ended, no matter how it ended.")
        .evidence(PROGRESS, told);
  }

  static Diagnosis miscounts(int total, List<Progress> told) {
    return Diagnosis.observed(
            "The listener got the right number of calls, but the counts in them were wrong.")
        .means("The listener should get 1 of %d, 2 of %d, and so on.".formatted(total, total))
        .nextStep("Count the downloads that have ended, and pass the total with each count.")
        .evidence(PROGRESS, told);
  }

  static Diagnosis isToldAtTheEnd(List<Progress> told) {
    return Diagnosis.observed(
            "Two of three downloads have ended, but the listener got %s.".formatted(calls(told)))
        .means("The user cannot see the progress of the run until it has ended.")
        .nextStep("Call the listener at the end of each download.")
        .evidence(PROGRESS, told);
  }

  static Diagnosis endsBeforeTheDeletion(Disk disk) {
    return Diagnosis.observed("The run ended while one of its files was still being deleted.")
        .means("A program that exits when its run has ended leaves that file behind.")
        .nextStep(
            "Wait until the last attempt has ended and cleaned up. If a cancel completes the future"
                + " of your AllOrNothing at once, let that future complete only after the cleanup.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis closesWhatItWasGiven(Set<String> closed) {
    return Diagnosis.observed(
            "The run has ended, and your code has shut down the context's "
                + String.join(" and ", closed))
        .means("The caller made the context and may use it for another run, which then fails.")
        .nextStep("Do not close what your method did not open: the caller closes it.");
  }

  static Diagnosis tellsTooEarly(List<Progress> told) {
    return Diagnosis.observed(
            "The listener was called for a download while its file was still being read back.")
        .means("The download may still fail, but the progress has already counted it.")
        .nextStep("Count, and call the listener, when the outcome of the download is known.")
        .evidence(PROGRESS, told);
  }

  static Diagnosis beginsBeforeTheEnd(Origin origin) {
    return Diagnosis.observed(
            "The limit was 1. While the first file was being read back, another download began.")
        .means(
            "The permit was released too early, so a slow disk gets more work than the limit"
                + " allows.")
        .nextStep(
            "Let the future that releases the permit complete only after the file was read back.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis beginsAfterTheStop(Origin origin) {
    return Diagnosis.observed("The run was told to stop, and then it began another download.")
        .means("The user pressed Ctrl-C, but the run continues with the rest of the list.")
        .nextStep("Before you begin a download, check whether the run was told to stop.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis doesNotStop(Origin origin) {
    return Diagnosis.observed("The run was told to stop, but it has not ended.")
        .means("The user pressed Ctrl-C, and now waits for downloads that are no longer wanted.")
        .nextStep(
            "When stop completes, cancel the future of Retrying itself. A cancel of a stage"
                + " derived from this future does not stop the download.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis hasNoDeadline(Origin origin) {
    return Diagnosis.observed(
            "One download stalled and its deadline has passed, but the run has not ended.")
        .means("One silent server keeps the whole run from ending.")
        .nextStep("Pass the policy of the context to Retrying.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis asksOnTheTimer(long tasks) {
    return Diagnosis.observed(
            "Four downloads are held by the server, so there is nothing to do. But the timer of the"
                + " policy has run %d tasks.".formatted(tasks))
        .means("That is busy waiting: each task only finds that the downloads have not ended.")
        .nextStep("Attach the next step to the future, for example with whenComplete.");
  }

  static Diagnosis sharesATarget(Path spelled) {
    return Diagnosis.observed(
            "Two downloads had the same target, one of them spelled %s, but the run began."
                .formatted(spelled))
        .means("One file will replace the other, and luck decides which one.")
        .nextStep(
            "Before you begin, compare the absolute, normalized targets, and throw an"
                + " IllegalArgumentException.");
  }

  static Diagnosis refusesTwoDirectories(Throwable refused) {
    return Diagnosis.observed(
            "Two downloads had the same name in different directories, and the run threw: "
                + refused)
        .means("These are two different files, so the downloads do not conflict.")
        .nextStep("Compare the absolute, normalized targets, and not only their names.")
        .because(refused);
  }

  static Diagnosis ignoresAnEarlyStop() {
    return Diagnosis.observed(
            "The run was told to stop before it began, but it still gave the client a request.")
        .means(
            "The user pressed Ctrl-C early, but the run starts downloads that are no longer"
                + " wanted.")
        .nextStep("Before each download, check whether stop is already complete.");
  }

  static Diagnosis failsWithItsListener(List<Progress> told) {
    return Diagnosis.observed(
            "The listener threw an exception, and then an Error. The run failed, or never ended.")
        .means("A bug in a progress bar ends all downloads.")
        .nextStep(
            "Catch whatever the listener throws, and report it: the run itself has not failed.")
        .evidence(PROGRESS, told);
  }

  static Diagnosis waitsForItsListener(List<Progress> told) {
    return Diagnosis.observed("The listener completed stop, and the run never ended.")
        .means(
            "The stop ended a download on the thread that calls the listener, and this thread waits"
                + " for its own call to end.")
        .nextStep("Use a lock that its owner may take again, such as synchronized.")
        .evidence(PROGRESS, told);
  }

  static Diagnosis repeatsAWrongChecksum(Origin origin) {
    return Diagnosis.observed(
            "file-1 did not have the checksum that its URL names, and it was requested again.")
        .means(
            "The server has a different file, and each further request brings the same one"
                + " again.")
        .nextStep("Verify the file when the retries have ended, and not as part of an attempt.")
        .evidence("At the origin", origin.exchanges().to("/file-1"));
  }

  static Diagnosis ignoresAFailedStop() {
    return Diagnosis.observed("The stop future completed with a failure, but the run continues.")
        .means("Even if the code that triggers the stop fails, the run has to stop.")
        .nextStep("Use whenComplete on the stop future: thenRun is skipped after a failure.");
  }

  static Diagnosis contradictsTheDisk(Summary summary, Disk disk) {
    return Diagnosis.observed(
            "The stop came during the move. The file is in place, but the summary says: "
                + firstLine(summary))
        .means("The summary and the directory contradict each other.")
        .nextStep("Derive the outcome from how the last attempt ended.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis isNotSaved(Summary summary) {
    return Diagnosis.observed("All files arrived, but the summary says: " + firstLine(summary))
        .means("The user believes that a file is missing, although it is there.")
        .nextStep("Trace one download from its end to its outcome.")
        .evidence("The summary", summary);
  }

  static Diagnosis hasAnotherChecksum(Path name, String found, String expected) {
    return Diagnosis.observed(
            "The outcome of %s has the checksum \"%s\", but the file has a different one."
                .formatted(name, found))
        .means("The summary vouches for a file that was not read back.")
        .nextStep("Put the result of Checksum.verify(download) into Saved.")
        .evidence("The checksum of the file", expected);
  }

  static Diagnosis isNotReadByTheWorker(Path name, String threads, Disk disk) {
    return threads.isEmpty()
        ? Diagnosis.observed("%s was not read back after it got its final name.".formatted(name))
            .means("The checksum describes the bytes that were sent, not the file on the disk.")
            .nextStep("Call Checksum.verify(download) when the file is in place.")
            .evidence("On the disk", disk.recording())
        : Diagnosis.observed(
                "%s was read back by the thread %s, not by the worker.".formatted(name, threads))
            .means("A thread of the client, or of the common pool, waits for the disk instead.")
            .nextStep("Call Checksum.verify on context.worker(), with thenApplyAsync.")
            .evidence("On the disk", disk.recording());
  }
}
