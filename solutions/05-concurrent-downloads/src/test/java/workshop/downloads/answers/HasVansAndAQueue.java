package workshop.downloads.answers;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.RightAnswer;

/** Vans, each a virtual thread, take from a queue; a block of code ends when the last has. */
@RightAnswer
public class HasVansAndAQueue extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      @Override
      CompletableFuture<List<Outcome>> inPlaces(
          List<Supplier<CompletableFuture<Outcome>>> downloads) {
        List<CompletableFuture<Outcome>> outcomes =
            Stream.generate(() -> new CompletableFuture<Outcome>())
                .limit(downloads.size())
                .toList();
        Queue<Integer> queue =
            new ConcurrentLinkedQueue<>(IntStream.range(0, downloads.size()).boxed().toList());
        Runnable van =
            () -> {
              for (Integer i = queue.poll(); i != null; i = queue.poll()) {
                outcomes.get(i).complete(downloads.get(i).get().join());
              }
            };
        Thread.startVirtualThread(() -> {
          try (ExecutorService vans = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, context.limit()).forEach(_ -> vans.execute(van));
          }
        });
        return Collected.inOrder(outcomes);
      }
    }.start();
  }
}
