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
import workshop.testkit.exercise.RightAnswer;

/** One task after the other tells of the progress: nobody waits for a slow listener but the end. */
@RightAnswer
public class TellsFromAQueue extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(deliveries, kitchen, stop, listener) {
      private CompletableFuture<?> told = CompletableFuture.completedFuture(null);

      @Override
      synchronized Outcome reported(Outcome outcome) {
        told = told.thenRunAsync(() -> super.reported(outcome), kitchen.worker());
        return outcome;
      }

      @Override
      CompletableFuture<Summary> start() {
        return super.start().thenCompose(summary -> told.thenApply(_ -> summary));
      }
    }.start();
  }
}
