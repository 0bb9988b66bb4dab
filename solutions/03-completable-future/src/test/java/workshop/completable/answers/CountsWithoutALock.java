package workshop.completable.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Two lanes may take the same number. */
@WrongAnswer(value = "was opened 3 times", kind = AnswerKind.ORDER)
public class CountsWithoutALock extends ManyFiles {
  @Override
  protected <T> CompletableFuture<List<T>> inLanes(
      List<Path> files, int limit, Executor executor, Reading<T> reading) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit " + limit);
    }
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    Map<Integer, T> results = new ConcurrentSkipListMap<>();
    int[] next = {0};
    Runnable lane =
        () -> {
          try {
            while (!all.isDone() && next[0] < files.size()) {
              int i = next[0];
              results.put(i, reading.of(files.get(i)));
              next[0] = i + 1;
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
