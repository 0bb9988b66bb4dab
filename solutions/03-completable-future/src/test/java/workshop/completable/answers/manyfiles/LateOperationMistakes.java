package workshop.completable.answers.manyfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ManyFiles} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Begins the next file only when the oldest one in flight is done, which may be a slow one. */
  @WrongAnswer("only when the oldest file in flight is done")
  public static class WaitsForTheOldest extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      if (limit <= 0) {
        throw new IllegalArgumentException("limit must be positive: " + limit);
      }
      List<CompletableFuture<byte[]>> reads = new ArrayList<>();
      CompletableFuture<?> oldest = CompletableFuture.completedFuture(null);
      for (int i = 0; i < files.size(); i++) {
        Path file = files.get(i);
        if (i >= limit) {
          oldest = oldest.thenCombine(reads.get(i - limit), (before, bytes) -> bytes);
        }
        reads.add(oldest.thenApplyAsync(done -> bytesOf(file), executor));
      }
      return CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
          .thenApply(done -> reads.stream().map(CompletableFuture::join).toList());
    }

    private static byte[] bytesOf(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Lets each file start the next one, so a rejection is lost. */
  @WrongAnswer("The future of readAll(...) after shutdown() is not complete")
  public static class LosesALaterRefusal extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      if (limit <= 0 || files.isEmpty()) {
        return super.readAll(files, limit, executor);
      }
      CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
      byte[][] contents = new byte[files.size()][];
      AtomicInteger next = new AtomicInteger(Math.min(limit, files.size()));
      AtomicInteger missing = new AtomicInteger(files.size());
      for (int first = 0; first < Math.min(limit, files.size()); first++) {
        start(first, files, executor, contents, next, missing, all);
      }
      return all;
    }

    private static void start(
        int i,
        List<Path> files,
        Executor executor,
        byte[][] contents,
        AtomicInteger next,
        AtomicInteger missing,
        CompletableFuture<List<byte[]>> all) {
      if (i >= files.size() || all.isDone()) {
        return;
      }
      executor.execute(() -> {
        try {
          contents[i] = Files.readAllBytes(files.get(i));
        } catch (Throwable e) {
          all.completeExceptionally(e);
        }
        if (missing.decrementAndGet() == 0) {
          all.complete(List.of(contents));
        }
        start(next.getAndIncrement(), files, executor, contents, next, missing, all);
      });
    }
  }

  /** Checks for a cancel only after the first file, so a task that was queued opens one more. */
  @WrongAnswer("The future was canceled, but then")
  public static class ChecksAfterTheFirstFile extends ManyFiles {
    @Override
    protected <T> CompletableFuture<List<T>> inLanes(
        List<Path> files, int limit, Executor executor, Reading<T> reading) {
      if (limit <= 0) {
        throw new IllegalArgumentException("limit must be positive: " + limit);
      }
      CompletableFuture<List<T>> all = new CompletableFuture<>();
      Map<Integer, T> results = new ConcurrentSkipListMap<>();
      AtomicInteger next = new AtomicInteger();
      Runnable lane =
          () -> {
            try {
              int i = next.getAndIncrement();
              while (i < files.size()) {
                results.put(i, reading.of(files.get(i)));
                if (all.isDone()) {
                  return;
                }
                i = next.getAndIncrement();
              }
              if (results.size() == files.size()) {
                all.complete(List.copyOf(results.values()));
              }
            } catch (Throwable e) {
              all.completeExceptionally(e);
            }
          };
      try {
        for (int i = 0; i < Math.max(1, Math.min(limit, files.size())); i++) {
          executor.execute(lane);
        }
      } catch (RejectedExecutionException e) {
        all.completeExceptionally(e);
      }
      return all;
    }
  }
}
