package workshop.downloads.answers;

import java.nio.file.Path;
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

/** An attempt that is repeated counts as an end each time. */
@WrongAnswer("times for 8 deliveries")
public class TellsOfEachAttempt extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(deliveries, kitchen, stop, listener) {
      @Override
      CompletableFuture<Path> attempt(Delivery delivery) {
        CompletableFuture<Path> download = super.attempt(delivery);
        download.whenComplete((_, _) -> super.reported(new Outcome.Saved(delivery)));
        return download;
      }

      @Override
      Outcome reported(Outcome outcome) {
        return outcome;
      }
    }.start();
  }
}
