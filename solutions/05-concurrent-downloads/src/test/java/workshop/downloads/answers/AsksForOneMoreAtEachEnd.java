package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.RightAnswer;

/** A subscriber that requests as many as may be in flight, and one more when one has ended. */
@RightAnswer
public class AsksForOneMoreAtEachEnd extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    List<Supplier<CompletableFuture<T>>> all = Collected.checked(downloads, limit);
    List<CompletableFuture<T>> results =
        Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
    Thread.startVirtualThread(() -> {
      try (SubmissionPublisher<Integer> orders =
          new SubmissionPublisher<>(Thread::startVirtualThread, limit)) {
        orders.subscribe(new Van<>(all, results, limit));
        IntStream.range(0, all.size()).forEach(orders::submit);
      }
    });
    return Collected.inOrder(results);
  }

  private static final class Van<T> implements Flow.Subscriber<Integer> {

    private final List<Supplier<CompletableFuture<T>>> downloads;
    private final List<CompletableFuture<T>> results;
    private final int limit;
    private Flow.Subscription orders;

    Van(
        List<Supplier<CompletableFuture<T>>> downloads,
        List<CompletableFuture<T>> results,
        int limit) {
      this.downloads = downloads;
      this.results = results;
      this.limit = limit;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      orders = subscription;
      orders.request(limit);
    }

    @Override
    public void onNext(Integer i) {
      Collected.begin(downloads.get(i))
          .whenComplete((value, why) -> {
            orders.request(1);
            Collected.pass(value, why, results.get(i));
          });
    }

    @Override
    public void onError(Throwable why) {
      results.forEach(each -> each.completeExceptionally(why));
    }

    @Override
    public void onComplete() {}
  }
}
