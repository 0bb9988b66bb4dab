package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import workshop.downloads.Delivery;
import workshop.downloads.Downloader;
import workshop.downloads.Kitchen;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/** A failure stays a failure, up to the future of the whole run. */
@WrongAnswer("One delivery brought down all of them")
public class EndsWithTheFirstFailure extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(deliveries, kitchen, stop, listener) {
      @Override
      CompletableFuture<Outcome> carryOut(Delivery delivery) {
        return retrying(delivery, () -> attempt(delivery))
            .thenApply(_ -> new Outcome.Saved(delivery));
      }
    }.start();
  }
}
