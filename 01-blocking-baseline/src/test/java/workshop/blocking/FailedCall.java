package workshop.blocking;

import java.io.IOException;
import java.util.Optional;
import workshop.testkit.diagnosis.Diagnosis;

/** A call to a learner's method that should fail with an {@link IOException}. */
final class FailedCall {

  interface Action {
    void run() throws IOException;
  }

  private FailedCall() {}

  /** Returns what {@code action} throws; empty if it returns normally. */
  static Optional<IOException> of(String method, Action action) {
    try {
      action.run();
      return Optional.empty();
    } catch (IOException error) {
      return Optional.of(error);
    } catch (RuntimeException error) {
      if (!(error.getCause() instanceof IOException)) {
        throw error;
      }
      throw Diagnosis.observed(method + "() threw an unchecked exception: " + error)
          .means("The signature promises an IOException, and callers catch only that.")
          .nextStep("Throw an IOException, with the original error as its cause.")
          .because(error);
    }
  }
}
