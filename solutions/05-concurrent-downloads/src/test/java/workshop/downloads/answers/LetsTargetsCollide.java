package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import workshop.downloads.Delivery;
import workshop.downloads.Downloader;
import workshop.downloads.Kitchen;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/** The last one wins, whichever that is. */
@WrongAnswer("Two of three deliveries have the same target")
public class LetsTargetsCollide extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(deliveries, kitchen, stop, listener) {
      @Override
      void refuseSharedTargets() {}
    }.start();
  }
}
