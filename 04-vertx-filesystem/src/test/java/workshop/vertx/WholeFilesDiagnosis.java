package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains wrong answers to 04-1. */
final class WholeFilesDiagnosis {

  private WholeFilesDiagnosis() {}

  static Diagnosis readBeforeWritten(Disk disk) {
    return Diagnosis.observed(
            "The read began before the write was done: menu.txt was opened for reading while the"
                + " disk still held the WRITE.")
        .means(
            "Two calls in a row run at the same time, each on its own thread. The read may return"
                + " the old content, the new content, or a part of each.")
        .nextStep("Begin the read inside the compose() of the write's future.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis otherResult(byte[] expected, Buffer read) {
    return Diagnosis.observed(
            read == null
                ? "The future completed with null instead of the content of the file."
                : "The future completed with " + shown(expected, read.getBytes()) + ".")
        .means("The caller gets something other than the content of the file after the write.")
        .nextStep(
            "Return the Buffer of the read unchanged: the whole file, as bytes. A String changes"
                + " bytes that are not text.");
  }

  private static String shown(byte[] expected, byte[] found) {
    return Math.max(expected.length, found.length) > 100
        ? SampleBytes.difference(expected, found)
        : "\"%s\"; the file held \"%s\""
            .formatted(new String(found, UTF_8), new String(expected, UTF_8));
  }

  static Diagnosis otherContent(byte[] expected, byte[] found) {
    Diagnosis.Observed observed =
        Diagnosis.observed("The file holds " + SampleBytes.difference(expected, found) + ".");
    if (expected.length == 0) {
      return observed
          .means("The old content is still there. Empty content has to replace it as well.")
          .nextStep("Always write the Buffer, even if it is empty.");
    }
    return observed
        .means("Some content was lost or changed on its way to the file.")
        .nextStep(
            "Write the Buffer unchanged. A String changes bytes that are not text, and append mode"
                + " keeps the old content.");
  }

  static Diagnosis notRead(Disk disk) {
    return Diagnosis.observed("The content was empty, and your code did not read the file.")
        .means(
            "The result has to be what the file contains after the write. If another program has"
                + " written to it, or the file is a device, that is not what you wrote.")
        .nextStep("Read the file after every write, even if the content is empty.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis remembered() {
    return Diagnosis.observed(
            "The second call for the same file completed without a single disk operation.")
        .means(
            "Your code remembers the result of an earlier call. The new content was not written.")
        .nextStep("Write and read in each call, and keep no results.");
  }

  static Diagnosis otherError(Path file, Throwable failure) {
    return Diagnosis.observed("The future failed with " + failure)
        .means(
            "The error is not that of the step that failed, because it does not"
                + " name "
                + file
                + ".")
        .nextStep("Pass on the error of the step that failed, as compose() does.")
        .because(failure);
  }

  static Diagnosis wrapped(Throwable failure) {
    return Diagnosis.observed(
            "The write failed, and your code wrapped its error in another one: " + failure)
        .means("A caller that handles file system errors does not recognize this error.")
        .nextStep("Pass on the error of the step that failed, as compose() does.")
        .because(failure);
  }
}
