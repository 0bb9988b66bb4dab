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
                "the test waited for %s, in vain%s%s"
                    .formatted(
                        wait.what(),
                        wait.quiet() ? ": no thread can run anymore" : "",
                        wait.lastSeen().isEmpty() ? "" : "\nlast seen: " + wait.lastSeen()))
            .means("the thread that should bring it about is still waiting, or it has ended")
            .nextStep("see below where your threads stand, and what the one in question waits for")
            .evidence("Where your threads stand", wait.threads());
    told.setStackTrace(thrown.getStackTrace());
    return told;
  }
}
