package workshop.downloads.answers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.Delivery;
import workshop.downloads.Downloader;
import workshop.downloads.Kitchen;
import workshop.downloads.Patience;
import workshop.downloads.Progress;
import workshop.downloads.Retrying;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/** Tries again and again, each time with all the patience in the world. */
@WrongAnswer("its deadline has passed, and the run has not ended")
public class RunsWithoutADeadline extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(deliveries, kitchen, stop, listener) {
      @Override
      CompletableFuture<Path> retrying(
          Delivery delivery, Supplier<CompletableFuture<Path>> attempt) {
        Patience patience = kitchen.patience();
        return new Retrying()
            .download(
                delivery.from(),
                attempt,
                new Patience(Duration.ofDays(100), patience.timer(), patience.random()));
      }
    }.start();
  }
}
