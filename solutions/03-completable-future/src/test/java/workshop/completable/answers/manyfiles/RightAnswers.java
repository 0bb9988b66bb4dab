package workshop.completable.answers.manyfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link ManyFiles}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Runs as many chains as the limit allows; each task starts the next one. */
  @RightAnswer
  public static class ChainsFileAfterFile extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      if (limit <= 0) {
        throw new IllegalArgumentException("limit must be positive, not " + limit);
      }
      byte[][] contents = new byte[files.size()][];
      CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
      AtomicInteger next = new AtomicInteger();
      AtomicInteger left = new AtomicInteger(files.size());
      if (files.isEmpty()) {
        all.complete(List.of());
      }
      for (int chain = 0; chain < limit; chain++) {
        link(files, contents, next, left, all, executor);
      }
      return all;
    }

    private static void link(
        List<Path> files,
        byte[][] contents,
        AtomicInteger next,
        AtomicInteger left,
        CompletableFuture<List<byte[]>> all,
        Executor executor) {
      int i = next.getAndIncrement();
      if (i >= files.size() || all.isDone()) {
        return;
      }
      try {
        CompletableFuture.supplyAsync(
                () -> all.isDone() ? new byte[0] : read(files.get(i)), executor)
            .whenComplete((bytes, failure) -> {
              if (failure != null) {
                all.completeExceptionally(failure.getCause());
                return;
              }
              contents[i] = bytes;
              if (left.decrementAndGet() == 0) {
                all.complete(Arrays.asList(contents));
              }
              link(files, contents, next, left, all, executor);
            });
      } catch (RuntimeException refused) {
        all.completeExceptionally(refused);
      }
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Makes one future per file, which a lane completes. */
  @RightAnswer
  public static class MakesAFuturePerFile extends ManyFiles {
    @Override
    public CompletableFuture<List<Result>> tryAll(List<Path> given, int limit, Executor executor) {
      if (limit <= 0) {
        throw new IllegalArgumentException("limit must be positive: " + limit);
      }
      List<Path> files = List.copyOf(given);
      List<CompletableFuture<Result>> each = new ArrayList<>();
      files.forEach(file -> each.add(new CompletableFuture<>()));
      CompletableFuture<List<Result>> all = new CompletableFuture<>();
      CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
          .thenRun(() -> all.complete(each.stream().map(CompletableFuture::join).toList()));
      AtomicInteger next = new AtomicInteger();
      try {
        for (int lane = 0; lane < Math.min(limit, files.size()); lane++) {
          executor.execute(() -> {
            for (int i; !all.isDone() && (i = next.getAndIncrement()) < files.size(); ) {
              each.get(i).complete(attempt(files.get(i)));
            }
          });
        }
      } catch (RejectedExecutionException e) {
        all.completeExceptionally(e);
      }
      return all;
    }
  }

  /** Reads each file with a stream. */
  @RightAnswer
  public static class ReadsWithAStream extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return inLanes(
          files,
          limit,
          executor,
          file -> {
            try (InputStream in = Files.newInputStream(file)) {
              return in.readAllBytes();
            }
          });
    }
  }

  /** Lets each lane take its next file from a queue. */
  @RightAnswer
  public static class TakesFromAQueue extends ManyFiles {
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
}
