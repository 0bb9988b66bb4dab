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

/** Two spellings of one target are two targets. */
@WrongAnswer("Two of three deliveries have the same target")
public class ComparesTargetsAsSpelled extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(deliveries, kitchen, stop, listener) {
      @Override
      void refuseSharedTargets() {
        if (deliveries.stream().map(Delivery::to).distinct().count() < deliveries.size()) {
          throw new IllegalArgumentException("two deliveries have the same target");
        }
      }
    }.start();
  }
}
