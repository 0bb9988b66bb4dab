package workshop.completable.answers.manyfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link ManyFiles} in which the wrong thread does the work, waits for it, or gets
 * the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Keeps to the limit, but reads on the common pool. */
  @WrongAnswer("its tasks run one after another")
  public static class ForgetsTheGivenExecutor extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return super.readAll(files, limit, ForkJoinPool.commonPool());
    }
  }

  /** Creates a pool of one thread, whatever the limit is. */
  @WrongAnswer("which is not a thread of the executor that was given")
  public static class CreatesASingleThreadPool extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      try (ExecutorService one = new Unhurried()) {
        return super.readAll(files, limit, one);
      }
    }

    /** Does not wait for its tasks when it is closed. */
    private static final class Unhurried extends java.util.concurrent.ThreadPoolExecutor {
      Unhurried() {
        super(
            1,
            1,
            0,
            java.util.concurrent.TimeUnit.SECONDS,
            new java.util.concurrent.LinkedBlockingQueue<>());
      }

      @Override
      public void close() {
        shutdown();
      }
    }
  }

  /** Uses one stream, which starts a file and waits for it before it starts the next. */
  @WrongAnswer("you blocked the caller")
  public static class JoinsInOnePass extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      List<byte[]> contents =
          files.stream()
              .map(file -> CompletableFuture.supplyAsync(() -> read(file), executor))
              .map(CompletableFuture::join)
              .toList();
      return CompletableFuture.completedFuture(contents);
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /**
   * Uses the same stream on a thread of the executor: the caller is free, but the files still wait
   * for each other.
   */
  @WrongAnswer("The files were read one after another")
  public static class JoinsInOnePassElsewhere extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return CompletableFuture.supplyAsync(
          () ->
              files.stream()
                  .map(file -> CompletableFuture.supplyAsync(() -> read(file), executor))
                  .map(CompletableFuture::join)
                  .toList(),
          executor);
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Keeps to the limit with a semaphore, but lets the caller wait for permits. */
  @WrongAnswer("you blocked the caller")
  public static class WaitsForAPermitOnTheCaller extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      Semaphore permits = new Semaphore(limit);
      List<CompletableFuture<byte[]>> contents = new ArrayList<>();
      for (Path file : files) {
        permits.acquireUninterruptibly();
        contents.add(
            CompletableFuture.supplyAsync(() -> bytesOf(file), executor)
                .whenComplete((bytes, e) -> permits.release()));
      }
      return CompletableFuture.allOf(contents.toArray(CompletableFuture<?>[]::new))
          .thenApply(all -> contents.stream().map(CompletableFuture::join).toList());
    }

    private static byte[] bytesOf(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /**
   * Starts a task per file and limits them with a semaphore, so every waiting file costs a thread.
   */
  @WrongAnswer("threads of the executor are busy, but only 3 of them read a file")
  public static class WaitsForAPermitOnTheExecutor extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      if (limit <= 0) {
        throw new IllegalArgumentException("limit must be positive, not " + limit);
      }
      Semaphore turns = new Semaphore(limit, true);
      CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
      List<CompletableFuture<byte[]>> reads = new ArrayList<>();
      try {
        for (Path file : files) {
          reads.add(CompletableFuture.supplyAsync(() -> readInTurn(file, turns, all), executor));
        }
      } catch (RuntimeException refused) {
        all.completeExceptionally(refused);
      }
      CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
          .thenRun(() -> all.complete(reads.stream().map(CompletableFuture::join).toList()));
      return all;
    }

    private static byte[] readInTurn(Path file, Semaphore turns, CompletableFuture<?> all) {
      turns.acquireUninterruptibly();
      try {
        return all.isDone() ? new byte[0] : Files.readAllBytes(file);
      } catch (Throwable e) {
        all.completeExceptionally(e); // before the next one gets its turn
        throw new CompletionException(e);
      } finally {
        turns.release();
      }
    }
  }
}
