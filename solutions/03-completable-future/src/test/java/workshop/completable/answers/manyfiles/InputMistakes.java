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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ManyFiles} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Lets a task end with its first failure, and leaves its files to the other tasks. */
  @WrongAnswer("A task that ends at its first failure")
  public static class LetsAFailureEndALane extends ManyFiles {
    @Override
    public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
      Result[] results = new Result[files.size()];
      AtomicInteger next = new AtomicInteger();
      Runnable lane =
          () -> {
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
              try {
                results[i] = new Result.Content(files.get(i), Files.readAllBytes(files.get(i)));
              } catch (IOException e) {
                results[i] = new Result.Failure(files.get(i), e);
                return;
              }
            }
          };
      List<CompletableFuture<Void>> lanes = new ArrayList<>();
      for (int i = 0; i < Math.min(limit, files.size()); i++) {
        lanes.add(CompletableFuture.runAsync(lane, executor));
      }
      return CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new))
          .thenApply(done -> Arrays.asList(results));
    }
  }

  /** Lets the last file complete the future, but an empty list has none. */
  @WrongAnswer("of an empty list is not complete")
  public static class NeverCompletesForAnEmptyList extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return files.isEmpty() ? new CompletableFuture<>() : super.readAll(files, limit, executor);
    }
  }

  /** Drops the second of two equal paths. */
  @WrongAnswer("completed with 3 results for 4 files")
  public static class LosesDuplicates extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return super.readAll(files.stream().distinct().toList(), limit, executor);
    }
  }

  /** Returns the results in the order of the names. */
  @WrongAnswer("match results to files by their index")
  public static class SortsByName extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return super.readAll(files.stream().sorted().toList(), limit, executor);
    }
  }

  /** Accepts a limit of 0 and completes with nothing. */
  @WrongAnswer("readAll(...) accepted a limit of 0")
  public static class TakesAnyLimit extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return limit > 0
          ? super.readAll(files, limit, executor)
          : CompletableFuture.completedFuture(Arrays.asList(new byte[files.size()][]));
    }
  }

  /** Reads each path once, and shares the result between its entries. */
  @WrongAnswer("names h.txt twice, but the file was opened once")
  public static class ReadsADuplicateOnce extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      Map<Path, FutureTask<byte[]>> known = new ConcurrentHashMap<>();
      return inLanes(files, limit, executor, file -> once(file, known));
    }

    private static byte[] once(Path file, Map<Path, FutureTask<byte[]>> known) throws IOException {
      FutureTask<byte[]> reading = new FutureTask<>(() -> Files.readAllBytes(file));
      FutureTask<byte[]> first = known.putIfAbsent(file, reading);
      if (first == null) {
        first = reading;
        reading.run();
      }
      try {
        return first.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException failure) {
          throw failure;
        }
        throw new CompletionException(e.getCause());
      } catch (InterruptedException e) {
        throw new CompletionException(e);
      }
    }
  }
}
