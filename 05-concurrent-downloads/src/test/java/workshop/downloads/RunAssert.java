package workshop.downloads;

import static workshop.downloads.DownloadDiagnosis.assertNames;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import workshop.disk.Disk;
import workshop.disk.Op;

/** What the summary and the progress of a run must contain. */
final class RunAssert {

  private RunAssert() {}

  static void assertAccountsForEach(List<Download> downloads, Summary summary) {
    List<Download> found = summary.outcomes().stream().map(Outcome::download).toList();
    if (!found.equals(downloads)) {
      List<Path> missing = new ArrayList<>(downloads.stream().map(Download::to).toList());
      found.forEach(download -> missing.remove(download.to()));
      if (missing.isEmpty() && found.size() == downloads.size()) {
        throw DownloaderDiagnosis.isInOrderOfArrival(found.stream().map(Download::to).toList());
      }
      throw DownloaderDiagnosis.misses(downloads.size(), found.size(), names(missing), summary);
    }
  }

  static void assertCounts(Summary summary, long saved, long failed, long stopped) {
    boolean right =
        summary.count(Outcome.Saved.class) == saved
            && summary.count(Outcome.Failed.class) == failed
            && summary.count(Outcome.Stopped.class) == stopped;
    if (!right) {
      throw DownloaderDiagnosis.countsOtherwise(summary, saved, failed, stopped);
    }
  }

  static void assertOutcome(
      Summary summary, int nth, Class<? extends Outcome> expected, String situation) {
    Outcome outcome = summary.outcomes().get(nth);
    if (!expected.isInstance(outcome)) {
      throw DownloaderDiagnosis.hasAnotherOutcome(situation, outcome, expected);
    }
  }

  static void assertFailed(Summary summary, int nth, String reason) {
    Outcome outcome = summary.outcomes().get(nth);
    if (outcome instanceof Outcome.Failed(Download download, Throwable why)) {
      assertNames(download.from(), reason, why);
      return;
    }
    throw DownloaderDiagnosis.isNotFailed(nth, outcome);
  }

  static void assertProgress(int total, List<Progress> told) {
    List<Progress> expected =
        IntStream.rangeClosed(1, total).mapToObj(i -> new Progress(i, total)).toList();
    List<Progress> found = List.copyOf(told);
    List<Progress> inOrder =
        found.stream().sorted(Comparator.comparingInt(Progress::ended)).toList();
    if (inOrder.equals(expected) && !found.equals(expected)) {
      throw DownloaderDiagnosis.jumps(
          "The listener was called for all %d downloads, but in the wrong order.".formatted(total),
          found);
    }
    if (found.size() != total) {
      throw DownloaderDiagnosis.isToldOtherwise(total, found);
    }
    if (!found.equals(expected)) {
      throw DownloaderDiagnosis.miscounts(total, found);
    }
  }

  static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  /** Expects that the outcomes contain the files' checksums, computed from reads by the worker. */
  static void assertReadBack(Summary summary, Disk disk, String worker) throws Exception {
    for (Outcome outcome : summary.outcomes()) {
      if (!(outcome instanceof Outcome.Saved(Download download, String sha256))) {
        throw DownloaderDiagnosis.isNotSaved(summary);
      }
      Path name = download.to().getFileName();
      List<String> readers =
          disk.recording().on(name).only(Op.READ).events().stream()
              .map(event -> event.thread().name())
              .toList();
      String expected = sha256(Files.readAllBytes(download.to()));
      if (!sha256.equals(expected)) {
        throw DownloaderDiagnosis.hasAnotherChecksum(name, sha256, expected);
      }
      if (readers.stream().noneMatch(reader -> reader.startsWith(worker))) {
        String threads = String.join(", ", new TreeSet<>(readers));
        throw DownloaderDiagnosis.isNotReadByTheWorker(name, threads, disk);
      }
    }
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
