package workshop.completable;

import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** What {@link FailurePathsTest} says about mistakes. */
final class FailurePathsDiagnosis {

  private FailurePathsDiagnosis() {}

  static Diagnosis resultLost(@Nullable Object result) {
    return Diagnosis.observed(
            "The body's future completed with 1; the future of using(...) completed with " + result)
        .means("The result of the work is lost on its way.")
        .nextStep("Return a future with the outcome of the body's future.");
  }

  static Diagnosis closedTooEarly() {
    return Diagnosis.observed("The disk still holds the read, and the channel is closed already.")
        .means(
            "When the body returns it has only started the work, and try-with-resources closes then.")
        .nextStep("Close when the body's future is done, not when the body has returned.");
  }

  static Diagnosis secondFailureLost(Throwable reported) {
    return Diagnosis.observed(
            "The body failed, and then the close failed as well. The future "
            + "reports only this: " + reported)
        .means("The second failure has vanished without a trace.")
        .nextStep("Add it to the first one with addSuppressed, as try-with-resources does.");
  }

  static Diagnosis closeWasRefused() {
    return Diagnosis.observed(
            "The executor was shut down while it opened menu.txt. The future failed, and the file is"
                + " still open.")
        .means(
            "A stage that is chained with ...Async is a task of its own, and an executor that is shut"
                + " down refuses it, even if its only work is to close.")
        .nextStep(
            "Let the task that opens the file also start the body, and chain the close to it.");
  }

  static Diagnosis canceledBeforeTheClose() {
    return Diagnosis.observed(
            "The future was canceled while the disk opened menu.txt, and the file is still open.")
        .means(
            "A stage that is canceled never calls its function. That includes the one that starts the"
                + " body, to which the close is chained. But the file was opened.")
        .nextStep(
            "Let the task that opens the file also start the body, and chain the close to it.");
  }

  static Diagnosis closeFailureLost(String reason, Throwable failure) {
    return Diagnosis.observed(
            "The close failed with \"%s\"; reported is %s".formatted(reason, failure))
        .means("The disk's reason is lost.")
        .nextStep("Report the exception that close() threw.")
        .because(failure);
  }

  static Diagnosis waitsForATime(ThreadSnapshot where) {
    return Diagnosis.observed(
            "The future is not done, and await waits for a limited time only; the thread " + where)
        .means(
            "If the disk is slower than that, the caller gets a failure although the result was on"
                + " its way.")
        .nextStep("Wait without a limit. A caller that wants a deadline sets one on the future.")
        .evidence("Where it waits", where.trace());
  }

  static Diagnosis polls(String how, ThreadSnapshot where) {
    return Diagnosis.observed("The future is not done, and await " + how + "; the thread " + where)
        .means("That is busy waiting: it takes a core from the threads that complete the future.")
        .nextStep("Sleep until the future is done: get does that.")
        .evidence("Where it stands", where.trace());
  }
}
