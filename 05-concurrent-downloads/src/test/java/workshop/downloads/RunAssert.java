package workshop.downloads;

import static workshop.downloads.Failing.assertNames;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;

/** What is expected of the summary and of the progress of a run. */
final class RunAssert {

  static final String JUMPS =
      "The listener sees a 6 before the 5, or both at once; a progress bar jumps back.";

  static final String ONE_STEP =
      "Make counting and telling one step that one thread does at a time.";

  private RunAssert() {}

  static void assertAccountsForEach(List<Download> downloads, Summary summary) {
    List<Download> found = summary.outcomes().stream().map(Outcome::download).toList();
    if (!found.equals(downloads)) {
      List<Path> missing = new ArrayList<>(downloads.stream().map(Download::to).toList());
      found.forEach(download -> missing.remove(download.to()));
      if (missing.isEmpty() && found.size() == downloads.size()) {
        throw Diagnosis.observed("Each download has an outcome, but they are in another order.")
            .means("A program that looks at the nth outcome takes it for that of the nth download.")
            .nextStep(
                "Collect the results of AtMost, which keeps their order, not those that arrive.")
            .evidence(
                "They begin with", names(found.stream().limit(12).map(Download::to).toList()));
      }
      throw Diagnosis.observed(
              "%d downloads, %d outcomes; without an outcome: %s."
                  .formatted(downloads.size(), found.size(), names(missing)))
          .means("The summary does not tell the truth about every file exactly once.")
          .nextStep("Make one outcome for each download, in their order.")
          .evidence("The summary", summary);
    }
  }

  static void assertCounts(Summary summary, long saved, long failed, long stopped) {
    boolean right =
        summary.count(Outcome.Saved.class) == saved
            && summary.count(Outcome.Failed.class) == failed
            && summary.count(Outcome.Stopped.class) == stopped;
    if (!right) {
      throw Diagnosis.observed("The summary says: " + summary)
          .means("It should be %d saved, %d failed, %d stopped.".formatted(saved, failed, stopped))
          .nextStep("Follow one download whose outcome is wrong, from its end to its outcome.");
    }
  }

  static void assertFailed(Summary summary, int nth, String reason) {
    Outcome outcome = summary.outcomes().get(nth);
    if (outcome instanceof Outcome.Failed(Download download, Throwable why)) {
      assertNames(download.from(), reason, why);
      return;
    }
    throw Diagnosis.observed("The outcome of download " + nth + " is " + outcome + ".")
        .means("Its download failed, and the summary says something else.")
        .nextStep("A download whose future failed has the outcome Failed.");
  }

  static void assertTold(int total, List<Progress> told) {
    List<Progress> expected =
        IntStream.rangeClosed(1, total).mapToObj(i -> new Progress(i, total)).toList();
    List<Progress> found = List.copyOf(told);
    List<Progress> inOrder =
        found.stream().sorted(Comparator.comparingInt(Progress::ended)).toList();
    if (inOrder.equals(expected) && !found.equals(expected)) {
      throw Diagnosis.observed(
              "The listener was told of each of " + total + " ends, in another order.")
          .means(JUMPS)
          .nextStep(ONE_STEP)
          .evidence("Told, in this order", found);
    }
    if (!found.equals(expected)) {
      throw Diagnosis.observed(
              "The listener was told " + told.size() + " times for " + total + " downloads.")
          .means("It should hear each number from 1 to " + total + ", once.")
          .nextStep("Tell it once for each one that has come to an end, however it ended.")
          .evidence("Told, in this order", found);
    }
  }

  static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  /** Expects the checksums of the files in the outcomes, from reads by the worker. */
  static void assertReadBack(Summary summary, Disk disk, String worker) throws Exception {
    for (Outcome outcome : summary.outcomes()) {
      if (!(outcome instanceof Outcome.Saved(Download download, String sha256))) {
        throw Diagnosis.observed("The summary says: " + summary)
            .means("All files arrived, and not all of them are saved.")
            .nextStep("Follow one download from its end to its outcome.");
      }
      Path name = download.to().getFileName();
      boolean read =
          disk.recording().on(name).only(Op.READ).events().stream()
              .map(DiskEvent::thread)
              .anyMatch(thread -> thread.name().startsWith(worker));
      String expected = sha256(Files.readAllBytes(download.to()));
      if (!sha256.equals(expected)) {
        throw Diagnosis.observed(
                "The outcome of %s has the checksum \"%s\"; that of the file is %s."
                    .formatted(name, sha256, expected))
            .means("The summary vouches for a file that was not read back.")
            .nextStep("Put the result of Checksum.verify(download) into Saved.");
      }
      if (!read) {
        throw Diagnosis.observed("%s was not read back by the worker.".formatted(name))
            .means("A thread of the client, or of the common pool, waits for the disk instead.")
            .nextStep("Call Checksum.verify on context.worker(), with thenApplyAsync.")
            .evidence("On the disk", disk.recording());
      }
    }
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
