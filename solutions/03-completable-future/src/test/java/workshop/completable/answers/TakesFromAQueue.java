package workshop.completable.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.RightAnswer;

/** The lanes take what is left from a queue. */
@RightAnswer
public class TakesFromAQueue extends ManyFiles {
  @Override
  protected <T> CompletableFuture<List<T>> inLanes(
      List<Path> given, int limit, Executor executor, Reading<T> reading) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit " + limit);
    }
    List<Path> files = List.copyOf(given);
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    Queue<Integer> left = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < files.size(); i++) {
      left.add(i);
    }
    Map<Integer, T> results = new ConcurrentSkipListMap<>();
    AtomicInteger lanes = new AtomicInteger(Math.min(limit, files.size()));
    if (files.isEmpty()) {
      all.complete(List.of());
    }
    try {
      for (int i = 0; i < Math.min(limit, files.size()); i++) {
        executor.execute(() -> {
          try {
            for (Integer n = left.poll(); n != null && !all.isDone(); n = left.poll()) {
              results.put(n, reading.of(files.get(n)));
            }
          } catch (Throwable e) {
            all.completeExceptionally(e);
          }
          if (lanes.decrementAndGet() == 0) {
            all.complete(new ArrayList<>(results.values()));
          }
        });
      }
    } catch (RejectedExecutionException e) {
      all.completeExceptionally(e);
    }
    return all;
  }
}
