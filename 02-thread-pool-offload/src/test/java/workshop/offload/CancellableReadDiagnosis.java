package workshop.offload;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;
import java.util.concurrent.Future;
import workshop.disk.DiskEvent;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** What is said about an answer to 02-3. */
final class CancellableReadDiagnosis {

  private CancellableReadDiagnosis() {}

  static Diagnosis oneRead(DiskEvent read) {
    return Diagnosis.observed(
            String.format(
                Locale.ROOT, "One read asked for %,d bytes, the whole file.", read.requested()))
        .means("A cancel stops a reading before its next chunk. Here there is no next chunk.")
        .nextStep(
            "Read in a loop from a FileChannel, with a small buffer. Files.readAllBytes reads in one go"
                + " and ignores interrupts.");
  }

  static Diagnosis gaveUp() {
    return Diagnosis.observed("The disk was slow, and await() gave up before the reading was done.")
        .means("No caller asked for a time limit. A slow disk becomes an error or a wrong result.")
        .nextStep("Wait with get(), which has no time limit.");
  }

  static void assertNoPart(Future<byte[]> started, int all) {
    int length = started.state() == Future.State.SUCCESS ? started.resultNow().length : all;
    if (length < all) {
      throw partAsResult(length, all);
    }
  }

  private static Diagnosis partAsResult(int length, int all) {
    return Diagnosis.observed(
            String.format(
                Locale.ROOT,
                "The reading was interrupted; the future has a result of %,d bytes out of %,d.",
                length,
                all))
        .means("The caller takes a part of the file for the whole.")
        .nextStep(
            "Let an interrupted reading fail: throw, and do not catch ClosedByInterruptException.");
  }

  static Diagnosis canceledAsResult() {
    return Diagnosis.observed("The reading had been canceled; await() returned bytes.")
        .means("The caller takes them for the content of the file.")
        .nextStep("Let the CancellationException leave the method, or throw an IOException.");
  }

  static Diagnosis interruptAsResult() {
    return Diagnosis.observed(
            "The waiting thread was interrupted, and await() returned as if all was well.")
        .means("Its caller takes what it returned for the bytes of the file.")
        .nextStep("Throw an IOException that says so.");
  }

  static Diagnosis interruptLost(Thread waiter) {
    return Diagnosis.observed("The waiting thread was interrupted, and still waits for the disk.")
        .means("An interrupt asks a thread to stop waiting. Here the request is lost.")
        .nextStep("Use the catch of InterruptedException to clean up, then leave the method.")
        .evidence("Where it waits", ThreadSnapshot.of(waiter).trace());
  }

  static void assertSpeaksOfTheInterrupt(IOException error) {
    boolean says =
        error instanceof InterruptedIOException
            || error.getCause() instanceof InterruptedException
            || String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT).contains("interrupt");
    if (!says) {
      throw Diagnosis.observed("The waiting thread was interrupted; await() threw " + error)
          .means("The message blames the file, which can be read as well as ever.")
          .nextStep("Say that the waiting was interrupted: throw an InterruptedIOException.")
          .because(error);
    }
  }
}
