package workshop.vertx;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.OpenHandle;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/**
 * Explains mistakes with the event loop and with the futures of its calls, for all suites of this
 * module.
 */
final class EventLoopDiagnosis {

  private EventLoopDiagnosis() {}

  static Diagnosis blocked(ThreadSnapshot at, String nextStep) {
    return Diagnosis.observed("You blocked the event loop: the thread " + at)
        .means(
            "While the event loop waits, it serves no other connection. If it waits for a result"
                + " from Vert.x, it waits forever, because results arrive on this very thread.")
        .nextStep(nextStep)
        .evidence("Where its thread is", at.trace());
  }

  static Diagnosis askedTheDisk(DiskEvent event, Optional<Recording> recording) {
    return Diagnosis.observed("The event loop itself did disk work: " + event)
        .means(
            "Opening a file, following links and reading attributes are disk work as well. While"
                + " the disk is slow, the loop waits, and all of its connections wait with it.")
        .nextStep("Use Vert.x's file system for this step, or java.nio.file in executeBlocking.")
        .evidence("On the disk", recording.map(Recording::toString).orElse(""));
  }

  static Diagnosis leftOpen(List<OpenHandle> open, Optional<Recording> recording) {
    List<String> names =
        open.stream().map(handle -> handle.file().getFileName().toString()).distinct().toList();
    return Diagnosis.observed("Your code left a file open: " + String.join(", ", names))
        .means(
            "A process may have only a limited number of open files, and at the limit, the next"
                + " open fails. On Windows, an open file often cannot be deleted or moved.")
        .nextStep(
            "On a worker, open the file in try-with-resources. In a chain, close it with"
                + " eventually(), which also runs after a failure. If the close waits for a promise"
                + " that you created, complete it on every path, even after an error or when the"
                + " client leaves.")
        .evidence("On the disk", recording.map(Recording::toString).orElse(""));
  }

  static Diagnosis handlerThrew(Throwable thrown) {
    return Diagnosis.observed("One of your handlers threw " + thrown)
        .means("The future does not report this error, so only the log shows it.")
        .nextStep(
            "If the error says that the file is closed, close it in only one place: eventually()"
                + " runs after success and after failure.")
        .because(thrown);
  }

  static Diagnosis nullReturned(String future) {
    return Diagnosis.observed("The call returned null instead of " + future)
        .means("The caller cannot find out when the work is done.")
        .nextStep("Return the future at the end of your chain.");
  }

  /**
   * @param loop the thread of the event loop; older threads belong to another test
   */
  static Diagnosis neverCompletes(String future, Thread loop) {
    if (aVirtualThreadJoins(loop.threadId())) {
      return Diagnosis.observed(
              "A virtual thread waits with join() or get(), and " + future + " never completes.")
          .means(
              "Vert.x delivers the result on the context of the thread that waits. join() and get()"
                  + " keep that context busy, so the result never arrives.")
          .nextStep("Wait with await(): it lets other work of the context run.")
          .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
    }
    return Diagnosis.observed(
            future + " never completes: nothing is running that could complete it.")
        .means("A caller that waits for this result waits forever.")
        .nextStep(
            "If you complete a promise yourself, complete it on every path, even when a step"
                + " fails. In a chain, look for a stream that you paused but did not resume.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }

  private static boolean aVirtualThreadJoins(long loopId) {
    return ThreadSnapshot.everywhere().stream()
        .filter(each -> each.virtual() && each.id() > loopId)
        .flatMap(each -> each.stack().stream())
        .anyMatch(frame -> frame.getClassName().equals(CompletableFuture.class.getName()));
  }

  /** A stream without an error handler reports its error to Vert.x's exception handler. */
  static Diagnosis unhandledStreamError(String future, Throwable error) {
    return Diagnosis.observed(
            "An open file reported an error, and your code has no handler for it: " + error)
        .means(
            "A stream reports an error only to its exceptionHandler. Your code sets none, so "
                + future
                + " never completes.")
        .nextStep(
            "Set an exceptionHandler that fails your promise. Or use collect() or pipeTo(): their"
                + " futures fail by themselves.")
        .because(error);
  }

  static Diagnosis notThroughTheDisk(String future, Object value, Gate held) {
    return Diagnosis.observed(
            "%s completed with %s, but the disk was never asked for %s."
                .formatted(future, value, held.describe()))
        .means(
            "Either this step is missing, or your code uses java.io. The suite cannot watch"
                + " java.io, so it cannot tell which thread waits for the disk.")
        .nextStep("Use Vert.x's file system for this step, or java.nio.file on a worker.");
  }

  static Diagnosis doneTooEarly(String future, Gate held, String step) {
    return Diagnosis.observed(
            "%s was complete while the disk still held %s.".formatted(future, held.describe()))
        .means("Success is reported too early: " + step + ".")
        .nextStep("Chain every step, including the last one, into the future that you return.");
  }

  static Diagnosis setsATimer(Gate held) {
    return Diagnosis.observed(
            "Your code set a timer, which runs while the disk holds " + held.describe() + ".")
        .means(
            "When the timer fires, your code gives up or continues, even if the disk is only"
                + " slow. No delay is long enough for every disk.")
        .nextStep(
            "Remove the timer. Wait for the future of the step itself, without timeout():"
                + " compose() starts the next step when this one is done.");
  }

  static Diagnosis failedTooEarly(String future, Gate held, Throwable failure) {
    return Diagnosis.observed(
            future + " failed before the disk was done with " + held.describe() + ".")
        .means(
            "A caller that tries again finds the file still open. onFailure() and onComplete()"
                + " start the close but do not wait for it.")
        .nextStep(
            "Make the close a step of the chain, even after a failure: eventually() waits for it"
                + " and then passes on the error of the previous step.")
        .because(failure);
  }

  static Diagnosis completedElsewhere(String future, Thread thread) {
    String where =
        thread.isVirtual() ? "a virtual thread" : "the thread \"" + thread.getName() + '"';
    return Diagnosis.observed("%s was completed on %s.".formatted(future, where))
        .means(
            "The caller's next step runs on that thread, outside the event loop. The two threads"
                + " then share data, and the caller needs locks.")
        .nextStep(
            "Let Vert.x deliver the result: executeBlocking and FileSystem complete their futures"
                + " on the event loop.");
  }

  static Diagnosis triesAgain(String future, Recording recording) {
    return Diagnosis.observed(
            "A write failed, your code wrote the same bytes again, and " + future + " succeeded.")
        .means(
            "The caller does not learn that its disk fails. If the disk is full or broken, each"
                + " repetition only delays the error.")
        .nextStep("Write once, and let the error fail the future. The caller may try again.")
        .evidence("On the disk", recording);
  }

  static Diagnosis awaitRefused(String line, Throwable refusal, Throwable failure) {
    return Diagnosis.observed("await() refused to wait" + line + ": " + refusal.getMessage())
        .means(
            "On an event loop or a worker, Vert.x would deliver the result on the very thread"
                + " that waits for it. Of the threads of Vert.x, only a virtual thread may wait.")
        .nextStep("Compose the steps, or run them on a virtual-thread context.")
        .because(failure);
  }
}
