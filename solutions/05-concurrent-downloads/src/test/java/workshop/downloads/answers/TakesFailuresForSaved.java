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

/** Has an outcome for each, and does not look which. */
@WrongAnswer("Expected were 3 saved, 5 failed, 0 stopped")
public class TakesFailuresForSaved extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(deliveries, kitchen, stop, listener) {
      @Override
      Outcome outcome(Delivery delivery, Throwable why) {
        return new Outcome.Saved(delivery);
      }
    }.start();
  }
}
