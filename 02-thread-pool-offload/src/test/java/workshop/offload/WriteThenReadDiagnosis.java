package workshop.offload;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** Explains wrong answers to 02-8. */
final class WriteThenReadDiagnosis {

  /** A line of the program, not of the loop that runs it: the loop may wait for a task. */
  private static final Predicate<StackTraceElement> IN_A_TASK =
      frame ->
          frame.getClassName().startsWith("workshop.offload.")
              && !frame.getClassName().startsWith(TinyRuntime.class.getName());

  private WriteThenReadDiagnosis() {}

  static Diagnosis readsDuringTheWrite(Recording recording) {
    return Diagnosis.observed("The program read the file while its write was still under way.")
        .means(
            "The program gets the old text, a part of the new one, or no file. Two pieces of work"
                + " that are handed over together run at the same time.")
        .nextStep("Hand over the read in the continuation of the write.")
        .evidence("On the disk", recording);
  }

  static Diagnosis endsTooEarly() {
    return Diagnosis.observed("The future completed before the text was shown.")
        .means(
            "A caller that waits for this future may end the program before the text is printed.")
        .nextStep("Complete the end future in the last step, after the text is printed.");
  }

  /** Expects an IOException that has {@code fault} among its causes. */
  static void assertKeeps(Throwable fault, Throwable thrown) {
    if (!(thrown instanceof IOException)) {
      throw Diagnosis.observed("A step threw %s, but run() threw %s.".formatted(fault, thrown))
          .means("The signature promises an IOException, and callers catch only that.")
          .nextStep("Throw an IOException that names the file, no matter what the step threw.")
          .because(thrown);
    }
    if (isCauseOf(thrown, fault)) {
      return;
    }
    throw Diagnosis.observed(
            "run() lost the disk's own error, %s. It threw: %s".formatted(fault, thrown))
        .means("The disk's own error is not among the causes, so the reason is lost.")
        .nextStep(
            "Throw an IOException that names the file and has the original error as its cause.")
        .because(thrown);
  }

  static void assertFailsWith(Throwable fault, Throwable found) {
    if (!isCauseOf(found, fault)) {
      throw Diagnosis.observed(
              "A step threw %s, but the future failed with %s.".formatted(fault, found))
          .means("The original error is not among the causes, so the reason is lost.")
          .nextStep("Fail the end future with exactly what was thrown, even if that is an Error.")
          .because(found);
    }
  }

  private static boolean isCauseOf(Throwable thrown, Throwable fault) {
    return Stream.iterate(thrown, at -> at != null, Throwable::getCause)
        .anyMatch(at -> at == fault);
  }

  /** Expects that {@code run} waits without a time limit. */
  static void assertWaitsWithoutALimit(Call<?> run) {
    Eventually.holds(() -> run.hasEnded() || Waits.isWaiting(run.thread()));
    if (run.thread().getState() == Thread.State.TIMED_WAITING) {
      ThreadSnapshot where = ThreadSnapshot.of(run.thread());
      throw Diagnosis.observed("run() waits with a time limit: its thread " + where)
          .means("The caller asked for no time limit. With a limit, a slow disk leads to an error.")
          .nextStep("Wait for the end of the program with get(), which has no time limit.")
          .evidence("Where it waits", where.trace());
    }
  }

  static Diagnosis stillWaits(Thread thread) {
    ThreadSnapshot where = ThreadSnapshot.of(thread);
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "The caller of run() was interrupted, but it still waits: its thread " + where);
    boolean closes = where.stack().stream().anyMatch(WriteThenReadDiagnosis::isClose);
    if (!closes) {
      return observed
          .means("An interrupt asks a thread to stop waiting. Here, the request is lost.")
          .nextStep(
              "Wait with get(), which throws an InterruptedException. join() would keep waiting.")
          .evidence("Where it waits", where.trace());
    }
    return observed
        .means(
            "A try-with-resources statement closes its resource before its own catch clauses run,"
                + " and close() waits for the disk.")
        .nextStep(
            "Catch the InterruptedException inside the try block, and set the interrupt flag there."
                + " Then close() does not wait.")
        .evidence("Where it waits", where.trace());
  }

  private static boolean isClose(StackTraceElement frame) {
    return frame.getMethodName().equals("close")
        && frame.getClassName().startsWith(TinyRuntime.class.getName());
  }

  /** Expects that no thread of {@code loops} is alive after run(). */
  static void assertClosed(StartedThreads loops) {
    Eventually.orElse(
        () -> loops.alive().isEmpty(),
        () ->
            Diagnosis.observed("run() has ended, but it did not close its runtime.")
                .means(
                    "The threads of the runtime are not daemons. They keep the program running,"
                        + " although it has nothing left to do.")
                .nextStep(
                    "Close the runtime on every path out of run(), even after a failure:"
                        + " try-with-resources does that."));
  }

  static Diagnosis printedBy(String thread, String line) {
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "The line \"%s\" was printed by the thread \"%s\".".formatted(line, thread));
    return thread.equals("caller")
        ? observed
            .means("The caller of start() is not the loop: it only starts the program.")
            .nextStep(
                "Print the announcement in the task that start() passes to runtime.execute().")
        : observed
            .means(
                "Blocking threads are for work that blocks. The program itself runs on the loop.")
            .nextStep("Print in the continuation, not in an offloaded task.");
  }

  /** Among the threads called loop, only the program's own has an id above this. */
  static Diagnosis neverEnds(Call<?> call, long idOfAnOlderThread) {
    for (ThreadSnapshot each : ThreadSnapshot.everywhere()) {
      Optional<StackTraceElement> line = each.stack().stream().filter(IN_A_TASK).findFirst();
      boolean ours = each.name().equals("loop") && each.id() > idOfAnOlderThread;
      if (ours && each.isParked() && line.isPresent()) {
        return Diagnosis.observed(
                "The program never ends: the loop itself waits, at %s:%d."
                    .formatted(line.get().getFileName(), line.get().getLineNumber()))
            .means("While the loop waits, no thread runs the task that it waits for.")
            .nextStep(
                "Never wait on the loop: put the next step into a continuation. Let run() close"
                    + " the runtime, on its caller's thread.")
            .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode());
      }
    }
    return Diagnosis.observed(
            call.hasEnded()
                ? "The future that start() returned never completes."
                : "run() never returns: its thread " + ThreadSnapshot.of(call.thread()))
        .means("No thread is running, so no thread will end the program.")
        .nextStep("Find the step that neither starts the next step nor ends the program.")
        .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode());
  }
}
