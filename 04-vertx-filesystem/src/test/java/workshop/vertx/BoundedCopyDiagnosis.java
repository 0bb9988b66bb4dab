package workshop.vertx;

import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains wrong answers to 04-4. */
final class BoundedCopyDiagnosis {

  private BoundedCopyDiagnosis() {}

  static Diagnosis copiedByTheSystem() {
    return Diagnosis.observed(
            "Your code let the operating system copy the file, with FileSystem.copy() or"
                + " Files.copy().")
        .means(
            "For a plain copy, that is the best way. But this exercise is about bytes that pass"
                + " through your program, as in a server or a filter.")
        .nextStep("Open both files, and let the bytes flow from one to the other.");
  }

  static Diagnosis ranAhead(long most, int mark) {
    return Diagnosis.observed(
            "%,d bytes were read but not yet written; the mark is %,d.".formatted(most, mark))
        .means(
            "The source runs ahead of the target, and the unwritten bytes stay in memory. With a"
                + " large file and a slow target, the memory fills up.")
        .nextStep(
            "Pause the source while the target's queue is full, as pipeTo does. The size of the"
                + " queue and the size of a chunk must add up to at most the mark.");
  }

  /** Expects the error of the step that failed first. */
  static void assertReported(Throwable first, Throwable failure) {
    if (Stream.iterate(failure, error -> error != null, Throwable::getCause)
        .noneMatch(error -> error == first)) {
      throw Diagnosis.observed(
              ("A read failed with \"%s\", and then a close failed as well. The future reports"
                      + " only: %s")
                  .formatted(first.getMessage(), failure))
          .means("The first error, which says what went wrong, is lost.")
          .nextStep(
              "Close in eventually(), which passes on the error of the previous step even if the"
                  + " close fails.");
    }
  }

  static Diagnosis sourceCreated() {
    return Diagnosis.observed(
            "The source was missing, and your code created an empty file: delivery.bin")
        .means(
            "By default, Vert.x creates a file that is missing when it opens it. A copy from a"
                + " mistyped path then succeeds, with an empty file.")
        .nextStep("Open the source for reading only: check which OpenOptions are on by default.");
  }

  static Diagnosis targetLost(String source, String lost) {
    return Diagnosis.observed("The source %s, and your code %s the target.".formatted(source, lost))
        .means("A copy that could not begin has destroyed the old target.")
        .nextStep(
            lost.equals("deleted")
                ? "Do not delete the target after a failure: it may be an older file."
                : "Open the target only after the source is open.");
  }

  static Diagnosis missingTargetRefused(NoSuchFileException missing) {
    return Diagnosis.observed("The target was missing, and the copy failed with " + missing)
        .means(
            "A missing target is the normal case, and the copy creates it. But isSameFile and"
                + " toRealPath fail if the file does not exist.")
        .nextStep("First check whether the target exists. If it does not, it cannot be the source.")
        .because(missing);
  }

  static Diagnosis sourceDestroyed(String how, Disk disk) {
    return Diagnosis.observed(
            "Source and target were the same file, " + how + ", and your code changed it.")
        .means("Opening the target truncates the source before your code has read a byte of it.")
        .nextStep(
            "Before you open anything, ask the disk whether both paths lead to the same file. If"
                + " they do, let the copy fail. Comparing the paths is not enough, because a link"
                + " has a path of its own.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis otherContent(byte[] expected, byte[] found) {
    return Diagnosis.observed("The target holds " + SampleBytes.difference(expected, found) + ".")
        .means("The copy differs from its source.")
        .nextStep("Empty the target when you open it, and copy to the end of the source.");
  }
}
