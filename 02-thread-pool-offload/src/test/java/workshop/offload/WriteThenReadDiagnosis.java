package workshop.offload;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** What is said about an answer to 02-8. */
final class WriteThenReadDiagnosis {

  /** A line of the program, and not of the loop that runs it and may have nothing to do. */
  private static final Predicate<StackTraceElement> IN_A_TASK =
      frame ->
          frame.getClassName().startsWith("workshop.offload.")
              && !frame.getClassName().startsWith(TinyRuntime.class.getName());

  private WriteThenReadDiagnosis() {}

  static Diagnosis lostTheCause(IOException fault, Throwable thrown) {
    return Diagnosis.observed("A read failed with %s; run() threw %s.".formatted(fault, thrown))
        .means("The disk's own error is not among the causes, and with it the reason is lost.")
        .nextStep("Throw an IOException that names the file and has the original as its cause.")
        .because(thrown);
  }

  /** Expects that {@code run} waits in a way that has no time limit. */
  static void assertWaitsWithoutALimit(Call<?> run) {
    Eventually.holds(() -> run.isBack() || Waits.isWaiting(run.thread()));
    if (run.thread().getState() == Thread.State.TIMED_WAITING) {
      ThreadSnapshot where = ThreadSnapshot.of(run.thread());
      throw Diagnosis.observed("run() waits with a time limit: its thread " + where)
          .means("No caller asked for a limit. A slow disk becomes an error.")
          .nextStep("Wait for the end of the program with get(), which has no time limit.")
          .evidence("Where it waits", where.trace());
    }
  }

  static Diagnosis stillWaits(Thread thread) {
    ThreadSnapshot where = ThreadSnapshot.of(thread);
    return Diagnosis.observed(
            "The caller of run() was interrupted, and still waits: its thread " + where)
        .means(
            "A try-with-resources closes before its own catch clauses run, and close() waits for the"
                + " disk.")
        .nextStep(
            "Catch the InterruptedException inside the try, and set the interrupt flag there: then"
                + " close() does not wait.")
        .evidence("Where it waits", where.trace());
  }

  static Diagnosis printedBy(String thread, String line) {
    Diagnosis.Observed observed =
        Diagnosis.observed("\"%s\" was printed by \"%s\".".formatted(line, thread));
    return thread.equals("caller")
        ? observed
            .means("The caller of start() is not the loop. It only starts the program.")
            .nextStep("Announce in the task that start() gives to runtime.execute().")
        : observed
            .means("The blocking threads are for what blocks; the program itself is the loop's.")
            .nextStep("Print in the continuation, not in an offloaded task.");
  }

  static Diagnosis neverEnds(Call<?> call) {
    for (ThreadSnapshot each : ThreadSnapshot.everywhere()) {
      Optional<StackTraceElement> line = each.stack().stream().filter(IN_A_TASK).findFirst();
      boolean ours = each.name().equals("loop") && each.id() > call.thread().threadId();
      if (ours && each.isParked() && line.isPresent()) {
        return Diagnosis.observed(
                "run() does not come back: \"loop\" itself waits in what %s:%d calls."
                    .formatted(line.get().getFileName(), line.get().getLineNumber()))
            .means("While the loop waits, no thread runs the task that it waits for.")
            .nextStep(
                "Never wait on the loop: continue in a continuation. Let run() close the runtime,"
                    + " on its caller's thread.")
            .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode());
      }
    }
    return Diagnosis.observed(
            "run() does not come back: its thread " + ThreadSnapshot.of(call.thread()))
        .means("No thread can run any more, so what it waits for never comes.")
        .nextStep("Find the step that neither starts the next one nor ends the program.")
        .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode());
  }
}
