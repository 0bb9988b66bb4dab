package workshop.runner.command;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import workshop.runner.checkout.Checkout;
import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.core.Source;
import workshop.runner.core.Trouble;
import workshop.runner.port.Tests;
import workshop.testkit.exercise.TestResult;

/** Judges for commands that wait for the end. */
final class Judging {

  /** A learner's file at the instant of its verdict. */
  record Judgment(Source source, Outcome outcome) {}

  private Judging() {}

  /** Judges the learner's file, unless it still is the starter. */
  static Judgment ofDraft(Checkout checkout, Exercise exercise, Opener tests)
      throws IOException, InterruptedException {
    Source found = checkout.source(exercise);
    if (found.missing()) {
      throw missing(exercise);
    }
    if (!found.worthRunning()) {
      return new Judgment(found, new Outcome.Untouched());
    }
    String text = checkout.text(exercise.file());
    Source source = Checkout.source(text, checkout.text(exercise.starter()));
    return new Judgment(
        source, await(tests.open(), exercise, new Tests.Subject.Draft(text), ended -> {}));
  }

  /** Gets the engine when it is needed, and not before. */
  interface Opener {
    Tests open() throws IOException;
  }

  static Trouble missing(Exercise exercise) {
    return new Trouble(
        exercise.file() + " is missing.",
        "./workshop reset " + exercise.id() + " brings the starter back.");
  }

  /**
   * Runs and blocks until the end.
   *
   * @throws Trouble if it could not be judged at all
   */
  static Outcome await(
      Tests tests, Exercise exercise, Tests.Subject subject, Consumer<TestResult> progress)
      throws InterruptedException {
    CompletableFuture<Outcome> end = new CompletableFuture<>();
    tests.start(
        exercise,
        subject,
        new Tests.Listener() {
          @Override
          public void compiled(Set<String> sources) {}

          @Override
          public void ended(TestResult result) {
            progress.accept(result);
          }

          @Override
          public void done(Outcome outcome) {
            end.complete(outcome);
          }

          @Override
          public void failed(Trouble trouble) {
            end.completeExceptionally(trouble);
          }
        });
    try {
      return end.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Trouble trouble ? trouble : new IllegalStateException(e);
    }
  }
}
