package workshop.testkit.thread;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import workshop.disk.Held;
import workshop.testkit.diagnosis.Diagnosis;

/** What can be wrong with a call, told to the learner. */
record CallDiagnosis(String what, Thread caller) {

  Diagnosis blocked(Held held) {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    Diagnosis.Observed observed =
        Diagnosis.observed(
            ("the call of %s did not come back while %s holds %s: you blocked the caller.\n"
                    + "The %s")
                .formatted(what, held.holder(), held.describe(), where.introduced()));
    Diagnosis failure =
        held.isHeldBy(caller)
            ? observed
                .means(
                    "the caller's own thread does the file operation, so it can do nothing else"
                        + " until the disk answers")
                .nextStep(
                    "hand the operation to another thread and return at once; deliver the result"
                        + " through what you return")
            : observed
                .means(
                    "another thread does %s, but the caller waits for it, so nothing is gained: it can do"
                            .formatted(held.work())
                        + " nothing else until %s answers".formatted(held.holder()))
                .nextStep(
                    "do not wait here: return at once what will be completed later, and let the"
                        + " caller decide when to wait");
    return failure.evidence("Where the caller stands", where.trace());
  }

  Diagnosis waits() {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    return Diagnosis.observed(
            "the call of %s did not come back: you blocked the caller.\nThe %s"
                .formatted(what, where.introduced()))
        .means("it can do nothing else until another thread sets it free")
        .nextStep("do not wait here: return at once what will be completed later")
        .evidence("Where the caller stands", where.trace());
  }

  Diagnosis notBack(Deadline deadline) {
    return Diagnosis.observed(
            "waited %s for %s, in vain.\nThe %s"
                .formatted(
                    deadline.hasPassed() ? deadline : "until no thread could run anymore",
                    what,
                    ThreadSnapshot.of(caller).introduced()))
        .means("the call never ends, or it waits for something that no thread does")
        .nextStep("see below where your threads stand, and what the caller waits for")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }

  Diagnosis nothingStarted(@Nullable Object result, Held held) {
    return wasNotAsked(held, show(result))
        .means("no thread started %s, so the result will never come".formatted(held.work()))
        .nextStep("start the operation before you return, and complete the result when it is done");
  }

  Diagnosis completeTooEarly(Object future, Held held) {
    return wasNotAsked(held, show(future))
        .means("what you returned is complete already, although nothing was read or written")
        .nextStep("complete the result when the operation is done, and not before");
  }

  private Diagnosis.Observed wasNotAsked(Held held, String result) {
    return Diagnosis.observed(
        "the call of %s came back with %s, but %s was not asked for what the test holds"
            .formatted(what, result, held.holder()));
  }

  Diagnosis cameBack(String end, Held held) {
    return Diagnosis.observed(
            "the call of %s %s and did not wait for the disk".formatted(what, end))
        .means(
            held.waiting() > 0
                ? "the file is read by another thread: " + held.describe() + " is still held"
                : "the operation that the test holds up was never asked for")
        .nextStep("do the file operation on the thread that calls, and return when it is done");
  }

  Diagnosis anotherThread(Held held) {
    return Diagnosis.observed(
            "the file is read by another thread: the disk holds %s\nthe %s"
                .formatted(held.describe(), ThreadSnapshot.of(caller).introduced()))
        .means("two threads are busy with what one can do: the caller waits for the other")
        .nextStep("do the file operation on the thread that calls, without a pool in between")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }

  Diagnosis otherError(Class<? extends Throwable> expected, Throwable thrown) {
    return Diagnosis.observed("the call of " + what + " threw " + thrown)
        .means("the caller expects " + expected.getSimpleName() + " and would not catch this")
        .nextStep(
            "let the original error through, or make it the cause of the one that is expected")
        .because(thrown);
  }

  Diagnosis noError(Class<? extends Throwable> expected, @Nullable Object value) {
    return Diagnosis.observed(
            "the call of %s returned %s and threw nothing".formatted(what, show(value)))
        .means("an error was swallowed: the caller takes this for a success")
        .nextStep("let the caller have the " + expected.getSimpleName());
  }

  Diagnosis interruptSwallowed() {
    return Diagnosis.observed(
            "the caller was interrupted, but when " + what + " came back, nothing told of it")
        .means(
            "an InterruptedException clears the flag; code that catches it and continues hides the request to stop from all callers further up")
        .nextStep(
            "set the flag again in the catch block: Thread.currentThread().interrupt(); or let the"
                + " InterruptedException through, where the method declares it");
  }

  /** Returns a value in words; a future by its kind and state, without its place in memory. */
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
      case CANCELLED -> "is cancelled";
    };
  }

  private static String describe(@Nullable Object result) {
    return result instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(result);
  }
}
