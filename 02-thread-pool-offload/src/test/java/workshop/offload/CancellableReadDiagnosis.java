package workshop.offload;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** Explains wrong answers to 02-3. */
final class CancellableReadDiagnosis {

  private CancellableReadDiagnosis() {}

  static Diagnosis otherBytes(int found, int expected) {
    return Diagnosis.observed(
            String.format(
                Locale.ROOT,
                found < expected
                    ? "await() returned only %,d of the file's %,d bytes."
                    : "await() returned %,d bytes, which differ from the %,d bytes of the file.",
                found,
                expected))
        .means(
            "In this test, each read returned at most 5,000 bytes. A short read is not the end of"
                + " the file.")
        .nextStep("Read until a read returns -1, and append exactly what each read returned.");
  }

  /** Expects that a read that was canceled during chunk {@code last} read no further chunk. */
  static void assertStopped(Future<?> canceled, int last, Recording recording) {
    int reads = recording.only(Op.READ).events().size();
    if (reads <= last) {
      return;
    }
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "The task was canceled during read %d, but %d reads reached the disk."
                .formatted(last, reads));
    throw (canceled instanceof FutureTask<?>
            ? observed
                .means("cancel(true) interrupted the thread, but your code continued to read.")
                .nextStep(
                    "Read from your own FileChannel, which an interrupt closes, or check"
                        + " isInterrupted() before every read. Files.readAllBytes and"
                        + " Files.newInputStream ignore interrupts.")
            : observed
                .means(
                    "The read continues for a result that no caller wants, because cancel(true) on"
                        + " this future interrupts no thread.")
                .nextStep(
                    "Return the future that the pool's submit() returns. Canceling a"
                        + " CompletableFuture interrupts no thread."))
        .evidence("On the disk", recording);
  }

  /**
   * Expects that a read whose pool was stopped during the second chunk did not read a third one.
   */
  static void assertStoppedWithItsPool(Recording recording) {
    int reads = recording.only(Op.READ).events().size();
    if (reads > 2) {
      throw Diagnosis.observed(
              "The pool was stopped with shutdownNow() during read 2, but %d reads reached the disk."
                  .formatted(reads))
          .means(
              "shutdownNow() interrupts the threads of the pool, but it does not cancel your"
                  + " future. Your code does not check for the interrupt.")
          .nextStep(
              "Check isInterrupted() before every read, or read from your own FileChannel, which an"
                  + " interrupt closes.")
          .evidence("On the disk", recording);
    }
  }

  static String howToUnwrap(@Nullable Throwable cause) {
    return cause == null || cause instanceof ExecutionException
        ? "Unwrap the ExecutionException: its cause is the original exception."
        : "The direct cause must be what the read threw. Do not wrap it in the task, and unwrap only"
            + " the ExecutionException.";
  }

  static Diagnosis doesNotCancel(int reads, Recording recording) {
    return Diagnosis.observed(
            "await() was interrupted before the first read, but %d reads reached the disk."
                .formatted(reads))
        .means(
            "await() stopped waiting but did not stop the read, which continues for a result that"
                + " no caller wants.")
        .nextStep("When you catch the InterruptedException, call cancel(true) on the future.")
        .evidence("On the disk", recording);
  }

  static Diagnosis oneRead(DiskEvent read) {
    return Diagnosis.observed(
            String.format(
                Locale.ROOT, "One read asked for the whole file, %,d bytes.", read.requested()))
        .means(
            "A cancel stops a read before its next chunk. Here, there is no next chunk, so a cancel"
                + " cannot stop the read.")
        .nextStep(
            "Read in a loop from a FileChannel, with a small buffer. Files.readAllBytes reads the"
                + " whole file and ignores interrupts.");
  }

  static Diagnosis gaveUp() {
    return Diagnosis.observed("The disk was slow, and await() gave up before the read was done.")
        .means(
            "The caller asked for no time limit. With a limit, a slow disk leads to an error or a"
                + " wrong result.")
        .nextStep("Wait with get(), which has no time limit.");
  }

  static void assertNoPart(Future<byte[]> started, int all) {
    byte[] result = started.state() == Future.State.SUCCESS ? started.resultNow() : new byte[all];
    int length = result == null ? 0 : result.length;
    if (length < all) {
      throw partAsResult(length, all);
    }
  }

  private static Diagnosis partAsResult(int length, int all) {
    return Diagnosis.observed(
            String.format(
                Locale.ROOT,
                "The read was interrupted, but its future succeeded with %,d of %,d bytes.",
                length,
                all))
        .means("The caller mistakes a part of the file for the whole.")
        .nextStep(
            "Let an interrupted read fail: do not catch the ClosedByInterruptException, and do not"
                + " end the loop early.");
  }

  static Diagnosis canceledAsResult() {
    return Diagnosis.observed("The read was canceled, but await() returned a result.")
        .means("The caller mistakes this result for the content of the file.")
        .nextStep("Let the CancellationException leave the method, or throw an IOException.");
  }

  static Diagnosis interruptAsResult() {
    return Diagnosis.observed("The waiting thread was interrupted, but await() returned normally.")
        .means("The caller mistakes this result for the content of the file.")
        .nextStep("Throw an IOException whose message says that the wait was interrupted.");
  }

  static Diagnosis otherThanAnIoException(Throwable thrown) {
    return Diagnosis.observed(
            "The waiting thread was interrupted, but await() threw an exception that is not an"
                + " IOException: "
                + thrown)
        .means("The signature promises an IOException, and callers catch only that.")
        .nextStep("Throw an InterruptedIOException, which is an IOException.")
        .because(thrown);
  }

  static Diagnosis interruptLost(Thread waiter) {
    return Diagnosis.observed(
            "The waiting thread was interrupted, but it still waits for the disk.")
        .means("An interrupt asks a thread to stop waiting. Here, the request is lost.")
        .nextStep("When you catch the InterruptedException, clean up and leave the method.")
        .evidence("Where it waits", ThreadSnapshot.of(waiter).trace());
  }

  static void assertSpeaksOfTheInterrupt(IOException error) {
    boolean says =
        error instanceof InterruptedIOException
            || error.getCause() instanceof InterruptedException
            || String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT).contains("interrupt");
    if (!says) {
      throw Diagnosis.observed("The wait was interrupted, but the error does not say so: " + error)
          .means("The message blames the file, but nothing is wrong with the file.")
          .nextStep("Say that the wait was interrupted: throw an InterruptedIOException.")
          .because(error);
    }
  }

  static Diagnosis doesNotName(Path file, Throwable thrown) {
    boolean namesTheLastPart =
        String.valueOf(thrown.getMessage()).contains(file.getFileName().toString());
    return Diagnosis.observed(
            (namesTheLastPart
                    ? "The error names the file without its directories: "
                    : "The error does not name the file: ")
                + thrown)
        .means(
            "The person who reads the error has to search for the file. Its path is " + file + ".")
        .nextStep("Put the path, as it was given, into the message of the exception.")
        .because(thrown);
  }
}
