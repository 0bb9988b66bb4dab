package workshop.completable.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.WrongAnswer;

/** Reads the list of its caller while the caller changes it. */
@WrongAnswer("emptied its list")
public class ReadsTheListLater extends ManyFiles {
  @Override
  protected <T> CompletableFuture<List<T>> inLanes(
      List<Path> files, int limit, Executor executor, Reading<T> reading) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit " + limit);
    }
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    Map<Integer, T> results = new ConcurrentSkipListMap<>();
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          try {
            for (int i = next.getAndIncrement();
                !all.isDone() && i < files.size();
                i = next.getAndIncrement()) {
              results.put(i, reading.of(files.get(i)));
            }
          } catch (Throwable e) {
            all.completeExceptionally(e);
          }
        };
    List<CompletableFuture<Void>> lanes = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, files.size()); i++) {
      lanes.add(CompletableFuture.runAsync(lane, executor));
    }
    CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new))
        .thenRun(() -> all.complete(List.copyOf(results.values())));
    return all;
  }
}
