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

/** Counts from nought. */
@WrongAnswer("5 requests were in flight together; the limit is 4")
public class TakesOneTooMany extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    Kitchen larger =
        new Kitchen(kitchen.client(), kitchen.limit() + 1, kitchen.patience(), kitchen.worker());
    return super.run(deliveries, larger, stop, listener);
  }
}
