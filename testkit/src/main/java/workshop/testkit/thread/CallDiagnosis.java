package workshop.testkit.thread;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import workshop.disk.Held;
import workshop.testkit.diagnosis.Diagnosis;

/** The failures of a {@link Call}. */
record CallDiagnosis(String what, Thread caller) {

  private static final String WHERE_THE_CALLER_IS = "Where the caller is";

  Diagnosis blocked(Held held) {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    Diagnosis.Observed observed =
        Diagnosis.observed(
            ("the call to %s did not return while %s held %s: you blocked the caller.\n" + "The %s")
                .formatted(what, held.holder(), held.describe(), where.introduced()));
    Diagnosis failure =
        held.isHeldBy(caller)
            ? observed
                .means(
                    "the caller's own thread does the file operation, so it can do nothing else"
                        + " until the disk answers")
                .nextStep(
                    "hand the operation to another thread and return at once. The object that you"
                        + " return delivers the result later")
            : observed
                .means(
                    ("another thread does %s, but the caller waits for it. The caller can do"
                                + " nothing"
                                + " else")
                            .formatted(held.work())
                        + " until %s answers".formatted(held.holder()))
                .nextStep(
                    "do not wait here: return a future at once, complete it later, and let the"
                        + " caller decide when to wait");
    return failure.evidence(WHERE_THE_CALLER_IS, where.trace());
  }

  Diagnosis waits() {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    return Diagnosis.observed(
            "the call to %s did not return: you blocked the caller.\nThe %s"
                .formatted(what, where.introduced()))
        .means("the caller can do nothing else until another thread wakes it")
        .nextStep("do not wait here: return at once, and complete the result later")
        .evidence(WHERE_THE_CALLER_IS, where.trace());
  }

  Diagnosis notBack(Deadline deadline) {
    return Diagnosis.observed(
            "the test waited for %s to return and gave up %s.\nThe %s"
                .formatted(
                    what,
                    deadline.hasPassed()
                        ? "after " + deadline
                        : "because no thread gets any further",
                    ThreadSnapshot.of(caller).introduced()))
        .means("the call never ends, or it waits for something that never happens")
        .nextStep("see below where your threads are and what the caller waits for")
        .evidence(Await.WHERE_THREADS_ARE, ThreadSnapshot.inLearnersCode());
  }

  Diagnosis nothingStarted(@Nullable Object result, Held held) {
    return wasNotAsked(held, show(result))
        .means("no thread started %s, so the result will never come".formatted(held.work()))
        .nextStep(
            "start the operation before you return, and complete the result when the operation is"
                + " done");
  }

  Diagnosis completeTooEarly(Future<?> future, Held held) {
    boolean failed = future.state() == Future.State.FAILED;
    return wasNotAsked(held, show(future))
        .means(
            failed
                ? "your code failed before it reached this operation"
                : "what you returned is already complete, but nothing was read or written")
        .nextStep(
            failed
                ? "find out why it failed: the exception is named above"
                : "complete the result only when the operation is done");
  }

  private Diagnosis.Observed wasNotAsked(Held held, String result) {
    return Diagnosis.observed(
        "the call to %s returned %s, but %s never reached %s"
            .formatted(what, result, held.describe(), held.holder()));
  }

  Diagnosis cameBack(String end, Held held) {
    return Diagnosis.observed(
            "the call to %s %s and did not wait for the disk".formatted(what, end))
        .means(
            held.waiting() > 0
                ? "another thread does the file operation: " + held.describe() + " is still held"
                : "no thread started the operation that the test holds")
        .nextStep("do the file operation on the caller's thread, and return when it is done");
  }

  Diagnosis anotherThread(Held held) {
    return Diagnosis.observed(
            "another thread does the file operation. The disk holds %s.\nThe %s"
                .formatted(held.describe(), ThreadSnapshot.of(caller).introduced()))
        .means("two threads do the work of one: the caller only waits for the other thread")
        .nextStep("do the file operation on the caller's thread, without a pool")
        .evidence(Await.WHERE_THREADS_ARE, ThreadSnapshot.inLearnersCode());
  }

  Diagnosis otherError(Class<? extends Throwable> expected, Throwable thrown) {
    return Diagnosis.observed("the call to " + what + " threw " + thrown)
        .means(
            "the caller expects "
                + expected.getSimpleName()
                + " and does not catch other exceptions")
        .nextStep("throw the original exception, or make it the cause of the expected one")
        .because(thrown);
  }

  Diagnosis noError(Class<? extends Throwable> expected, @Nullable Object value) {
    return Diagnosis.observed(
            "the call to %s returned %s and threw no exception".formatted(what, show(value)))
        .means("an error was swallowed: the caller believes that all is well")
        .nextStep("let the " + expected.getSimpleName() + " reach the caller");
  }

  Diagnosis interruptSwallowed() {
    return Diagnosis.observed(
            "the caller was interrupted, but "
                + what
                + " returned without setting its interrupt flag again")
        .means(
            "a method that throws an InterruptedException clears the flag. Code that catches the"
                + " exception and continues hides the request to stop from its callers")
        .nextStep(
            "set the flag again in the catch block: Thread.currentThread().interrupt(). If the"
                + " method declares InterruptedException, you can also throw it");
  }

  /** Describes a value in words, and a future by its class and state. */
  static String show(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case Future<?> future -> "a " + kind(future) + " that " + state(future);
      default -> String.valueOf(value);
    };
  }

  private static String kind(Future<?> future) {
    String simple = future.getClass().getSimpleName();
    return simple.isEmpty() ? "Future" : simple;
  }

  private static String state(Future<?> future) {
    return switch (future.state()) {
      case RUNNING -> "is not complete";
      case SUCCESS -> "is complete with " + describe(future.resultNow());
      case FAILED -> "failed with " + future.exceptionNow();
      case CANCELLED -> "is canceled";
    };
  }

  static String describe(@Nullable Object result) {
    return result instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(result);
  }
}
