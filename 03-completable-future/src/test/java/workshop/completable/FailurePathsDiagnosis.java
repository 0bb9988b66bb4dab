package workshop.completable;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import workshop.disk.DiskEvent;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** Explains the mistakes that {@link FailurePathsTest} finds. */
final class FailurePathsDiagnosis {

  private FailurePathsDiagnosis() {}

  static Diagnosis resultLost(@Nullable Object result) {
    return Diagnosis.observed(
            "The body's future completed with 1, but the future of using(...) completed with"
                + " "
                + result)
        .means("The caller gets something other than the result of the work.")
        .nextStep(
            "Return a future that completes with the result or failure of the body's future.");
  }

  static Diagnosis closedTooEarly() {
    return Diagnosis.observed(
            "The channel is already closed, but the disk still holds a read from it.")
        .means(
            "When the body returns, it has only started the work. A try-with-resources block closes"
                + " the channel at that moment.")
        .nextStep(
            "Close the channel when the body's future is done, not when the body has returned.");
  }

  static Diagnosis errorLeavesTheFileOpen() {
    return Diagnosis.observed("The body threw an Error, and now the file is still open.")
        .means(
            "A StackOverflowError or an OutOfMemoryError is not an Exception, so catch (Exception"
                + " e) does not catch it. Each such body leaves a file open, and the number of"
                + " open files is limited.")
        .nextStep(
            "Catch Throwable where you call the body, and turn it into a failed future. Then your"
                + " code closes the file as after any other failure.");
  }

  static Diagnosis secondFailureLost(Throwable reported) {
    return Diagnosis.observed(
            "The body failed, then the close failed as well, but the future reports only: "
                + reported)
        .means("The failure of the close is lost: no log will ever show it.")
        .nextStep(
            "Add the exception of the close to that of the body with addSuppressed, as"
                + " try-with-resources does. If the body's exception is wrapped, add it to the"
                + " exception inside the wrapper.");
  }

  static Diagnosis otherOptions(Set<?> wanted, DiskEvent open) {
    return Diagnosis.observed(
            "using(...) was called with the options %s, but the file was opened with %s."
                .formatted(names(wanted), names(open.options())))
        .means("The body cannot use the channel as the caller intended.")
        .nextStep("Pass the options to AsynchronousFileChannel.open.");
  }

  private static List<String> names(Set<?> options) {
    return options.stream().map(String::valueOf).sorted().toList();
  }

  static Diagnosis closeReplacedTheFailure(Throwable failure) {
    return Diagnosis.observed(
            "The body failed, then the close failed as well, and the future reports only the"
                + " failure of the close: "
                + failure)
        .means("The first failure, which says what went wrong, is lost.")
        .nextStep(
            "Keep the body's exception, and add the exception of the close to it with"
                + " addSuppressed.")
        .because(failure);
  }

  static Diagnosis closeWasRefused() {
    return Diagnosis.observed(
            "The executor was shut down while it opened menu.txt, and now the file stays open.")
        .means(
            "A stage that is chained with ...Async is a separate task. An executor that is shut"
                + " down rejects that task, even if the task only closes a file.")
        .nextStep(
            "Let the task that opens the file also start the body, and chain the close to the"
                + " body's future.");
  }

  static Diagnosis canceledBeforeTheClose() {
    return Diagnosis.observed(
            "The future was canceled while the disk opened menu.txt, and now the file stays open.")
        .means(
            "A canceled stage never calls its function. Here, that function would start the body"
                + " and chain the close, but the file is already open.")
        .nextStep(
            "Let the task that opens the file also start the body, and chain the close to the"
                + " body's future.");
  }

  static Diagnosis closeFailureLost(String reason, Throwable failure) {
    return Diagnosis.observed(
            "The close failed with \"%s\", but the future reports %s".formatted(reason, failure))
        .means("The reason that the disk gave is lost.")
        .nextStep("Report the exception that close() threw.")
        .because(failure);
  }

  static Diagnosis canceledByAnInterrupt() {
    return Diagnosis.observed(
            "The thread in await(...) was interrupted, and await(...) canceled the future.")
        .means("Another thread, which was not interrupted, may be waiting for the same future.")
        .nextStep("End only the wait of this thread, and do not cancel the future.");
  }

  static Diagnosis spinsAfterAnInterrupt(ThreadSnapshot where) {
    return Diagnosis.observed(
            "The thread in await(...) was interrupted. Since then it has been calling get() again"
                + " and again. The thread "
                + where)
        .means(
            "While the interrupt flag is set, get() throws an InterruptedException at once. That is"
                + " busy waiting: it takes a core away from other threads.")
        .nextStep(
            "To keep waiting, set the flag only after the last get(), or use join(). To stop waiting,"
                + " set the flag and throw an InterruptedIOException.")
        .evidence("Where it is", where.trace());
  }

  static Diagnosis waitsForATime(ThreadSnapshot where) {
    return Diagnosis.observed("await(...) waits only for a limited time. The thread " + where)
        .means(
            "If the disk takes longer than that, the caller gets a failure although the result was"
                + " on its way.")
        .nextStep("Wait without a limit. A caller that wants a deadline can set one on the future.")
        .evidence("Where it waits", where.trace());
  }

  static Diagnosis polls(String how, ThreadSnapshot where) {
    return Diagnosis.observed(
            "While the future is not done, await " + how + ". The thread " + where)
        .means(
            how.startsWith("sleeps")
                ? "That is polling: it uses processor time, and notices the end of the future late."
                : "That is busy waiting: it takes a core away from the threads that complete the"
                    + " future.")
        .nextStep("Let the thread sleep until the future is done: get and join do that.")
        .evidence("Where it is", where.trace());
  }
}
