package workshop.testkit.assertion;

import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.AwaitilityDefaults.InVain;

/** The words for a wait in vain by Awaitility. */
public final class WaitDiagnosis {

  private WaitDiagnosis() {}

  /** Returns what a learner is told of {@code wait}, with the stack of {@code thrown}. */
  public static Diagnosis of(InVain wait, Throwable thrown) {
    Diagnosis told =
        Diagnosis.observed(
                "the test waited for %s and gave up%s%s"
                    .formatted(
                        wait.what(),
                        wait.quiet() ? ": no thread can run any more" : "",
                        wait.lastSeen().isEmpty() ? "" : "\nlast seen: " + wait.lastSeen()))
            .means("the thread that should make it happen is still waiting, or it has ended")
            .nextStep(Await.WHERE_TO_LOOK)
            .evidence(Await.WHERE_THREADS_ARE, wait.threads());
    told.setStackTrace(thrown.getStackTrace());
    return told;
  }
}
