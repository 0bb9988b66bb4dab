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

/** Cancels what is in flight, and goes on with the next in the list. */
@WrongAnswer("/file-3 was requested once, expected: never")
public class BeginsAfterTheStop extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(deliveries, kitchen, stop, listener) {
      @Override
      CompletableFuture<Outcome> carryOut(Delivery delivery) {
        CompletableFuture<Path> download = retrying(delivery, () -> attempt(delivery));
        if (stop.isDone()) {
          return download.handle((_, why) -> outcome(delivery, why));
        }
        stop.whenComplete((_, _) -> download.cancel(true));
        return download.handle((_, why) -> outcome(delivery, why));
      }
    }.start();
  }
}
