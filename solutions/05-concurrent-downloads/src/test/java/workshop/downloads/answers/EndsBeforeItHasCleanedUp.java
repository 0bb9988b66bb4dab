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

/**
 * Called off is not cleaned up: the outcome is there while the last attempt still removes its file.
 */
@WrongAnswer("The run had ended, and a file of it was still being removed")
public class EndsBeforeItHasCleanedUp extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(deliveries, kitchen, stop, listener) {
      @Override
      CompletableFuture<Outcome> carryOut(Delivery delivery) {
        if (stop.isDone()) {
          return CompletableFuture.completedFuture(new Outcome.Stopped(delivery));
        }
        CompletableFuture<Path> download = retrying(delivery, () -> attempt(delivery));
        stop.whenComplete((_, _) -> stopped(download));
        return download.handle((_, why) -> outcome(delivery, why));
      }
    }.start();
  }
}
