package workshop.completable.answers.manyfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ManyFiles} that do two steps in the wrong order, or at the same time. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Adds the results to one list in the order in which the reads end. */
  @WrongAnswer("Store each result under the index of its file")
  public static class CollectsInOrderOfArrival extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      ConcurrentLinkedQueue<byte[]> contents = new ConcurrentLinkedQueue<>();
      AtomicInteger next = new AtomicInteger();
      Runnable lane =
          () -> {
            for (int i; (i = next.getAndIncrement()) < files.size(); ) {
              contents.add(read(files.get(i)));
            }
          };
      return CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(lane, executor))
                  .limit(limit)
                  .toArray(CompletableFuture[]::new))
          .thenApply(done -> List.copyOf(contents));
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Reads the counter and increments it in two steps, so two lanes may take the same file. */
  @WrongAnswer("was opened 3 times")
  public static class ReadsTheCounterThenIncrements extends ManyFiles {
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

  /** Lists the files that could be read first, and the others after them. */
  @WrongAnswer("order")
  public static class PutsFailuresLast extends ManyFiles {
    @Override
    public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
      return super.tryAll(files, limit, executor)
          .thenApply(all -> {
            List<Result> sorted = new ArrayList<>(all);
            sorted.sort(java.util.Comparator.comparing(r -> r instanceof Result.Failure));
            return sorted;
          });
    }
  }

  /** Builds a chain of stages, in which each file begins when the previous one is done. */
  @WrongAnswer("The files were read one after another")
  public static class ReadsOneAfterAnother extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      CompletableFuture<List<byte[]>> all = CompletableFuture.completedFuture(new ArrayList<>());
      for (Path file : files) {
        all =
            all.thenApplyAsync(
                contents -> {
                  contents.add(bytesOf(file));
                  return contents;
                },
                executor);
      }
      return all;
    }

    private static byte[] bytesOf(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Assigns its files to each lane at the start: every third one. */
  @WrongAnswer("was assigned its files at the start")
  public static class AssignsFilesUpFront extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      byte[][] contents = new byte[files.size()][];
      CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
      CompletableFuture.allOf(
              IntStream.range(0, limit)
                  .mapToObj(lane ->
                      CompletableFuture.runAsync(
                          () -> read(files, lane, limit, contents, all), executor))
                  .toArray(CompletableFuture[]::new))
          .thenRun(() -> all.complete(Arrays.asList(contents)));
      return all;
    }

    private static void read(
        List<Path> files, int lane, int limit, byte[][] contents, CompletableFuture<?> all) {
      try {
        for (int i = lane; !all.isDone() && i < files.size(); i += limit) {
          contents[i] = Files.readAllBytes(files.get(i));
        }
      } catch (Throwable e) {
        all.completeExceptionally(e);
      }
    }
  }

  /** Begins the next group when all files of the previous one are read. */
  @WrongAnswer("each group waits for its slowest file")
  public static class ReadsInGroups extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      if (limit <= 0) {
        throw new IllegalArgumentException("limit must be positive: " + limit);
      }
      CompletableFuture<List<byte[]>> all = CompletableFuture.completedFuture(List.of());
      for (int from = 0; from < files.size(); from += limit) {
        List<Path> group = files.subList(from, Math.min(from + limit, files.size()));
        all =
            all.thenCompose(before ->
                together(group, executor)
                    .thenApply(more -> Stream.concat(before.stream(), more.stream()).toList()));
      }
      return all;
    }

    private static CompletableFuture<List<byte[]>> together(List<Path> files, Executor executor) {
      List<CompletableFuture<byte[]>> reads =
          files.stream()
              .map(file -> CompletableFuture.supplyAsync(() -> read(file), executor))
              .toList();
      return CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
          .thenApply(done -> reads.stream().map(CompletableFuture::join).toList());
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Uses lanes in one method, and groups in the other. */
  @WrongAnswer("each group waits for its slowest file")
  public static class TriesInGroups extends ManyFiles {

    @Override
    public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
      if (limit <= 0) {
        throw new IllegalArgumentException("limit must be positive, not " + limit);
      }
      CompletableFuture<List<Result>> all = CompletableFuture.completedFuture(List.of());
      for (int from = 0; from < files.size(); from += limit) {
        List<Path> group = files.subList(from, Math.min(from + limit, files.size()));
        all =
            all.thenCompose(before ->
                together(group, executor)
                    .thenApply(more -> Stream.concat(before.stream(), more.stream()).toList()));
      }
      return all;
    }

    private static CompletableFuture<List<Result>> together(List<Path> files, Executor executor) {
      List<CompletableFuture<Result>> reads =
          files.stream()
              .map(file -> CompletableFuture.supplyAsync(() -> tried(file), executor))
              .toList();
      return CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
          .thenApply(done -> reads.stream().map(CompletableFuture::join).toList());
    }

    private static Result tried(Path file) {
      try {
        return new Result.Content(file, Files.readAllBytes(file));
      } catch (IOException e) {
        return new Result.Failure(file, e);
      }
    }
  }
}
