package workshop.completable.answers.manyfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ManyFiles} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Fails with a new exception instead of the disk's. */
  @WrongAnswer("exception")
  public static class FailsWithAnExceptionOfItsOwn extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return inLanes(
          files,
          limit,
          executor,
          file -> {
            try {
              return Files.readAllBytes(file);
            } catch (IOException e) {
              throw new IllegalStateException("cannot read all files");
            }
          });
    }
  }

  /** Fails at once, but lets the other reads continue. */
  @WrongAnswer("for a result that is already lost")
  public static class GoesOnAfterAFailure extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      byte[][] contents = new byte[files.size()][];
      CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
      AtomicInteger next = new AtomicInteger();
      Runnable lane =
          () -> {
            for (int i; (i = next.getAndIncrement()) < files.size(); ) {
              try {
                contents[i] = Files.readAllBytes(files.get(i));
              } catch (Throwable e) {
                all.completeExceptionally(e);
              }
            }
          };
      CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(lane, executor))
                  .limit(limit)
                  .toArray(CompletableFuture[]::new))
          .thenRun(() -> all.complete(Arrays.asList(contents)));
      return all;
    }
  }

  /** Notices a failure, but not a cancel. */
  @WrongAnswer("cancel")
  public static class GoesOnWhenCanceled extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      CompletableFuture<List<byte[]>> told = new CompletableFuture<>();
      super.readAll(files, limit, executor)
          .whenComplete((all, e) -> {
            if (e == null) {
              told.complete(all);
            } else {
              told.completeExceptionally(e);
            }
          });
      return told;
    }
  }

  /** Uses one lane fewer than allowed. */
  @WrongAnswer("at once")
  public static class AllowsOneTooFew extends ManyFiles {
    @Override
    protected <T> CompletableFuture<List<T>> inLanes(
        List<Path> files, int limit, Executor executor, Reading<T> reading) {
      return super.inLanes(files, limit > 1 ? limit - 1 : limit, executor, reading);
    }
  }

  /** Reads under a lock, so only one of the threads reads. */
  @WrongAnswer("The files were read one after another")
  public static class LocksAroundTheDisk extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      List<CompletableFuture<byte[]>> reads =
          files.stream()
              .map(file -> CompletableFuture.supplyAsync(() -> readAlone(file), executor))
              .toList();
      return CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
          .thenApply(done -> reads.stream().map(CompletableFuture::join).toList());
    }

    private synchronized byte[] readAlone(Path file) {
      return read(file);
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Reads all or nothing, and turns that into results. */
  @WrongAnswer("the future of tryAll(...) failed")
  public static class FailsBecauseOfOneFile extends ManyFiles {

    @Override
    public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
      return readAll(files, limit, executor)
          .thenApply(contents ->
              IntStream.range(0, files.size())
                  .<Result>mapToObj(i -> new Result.Content(files.get(i), contents.get(i)))
                  .toList());
    }
  }

  /** An Error ends a lane, and the future never completes. */
  @WrongAnswer("Catch Throwable")
  public static class OverlooksErrors extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      byte[][] contents = new byte[files.size()][];
      CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
      AtomicInteger next = new AtomicInteger();
      Runnable lane =
          () -> {
            try {
              for (int i; !all.isDone() && (i = next.getAndIncrement()) < files.size(); ) {
                contents[i] = Files.readAllBytes(files.get(i));
              }
            } catch (Exception e) {
              all.completeExceptionally(e);
            }
          };
      CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(lane, executor))
                  .limit(limit)
                  .toArray(CompletableFuture[]::new))
          .thenRun(() -> all.complete(Arrays.asList(contents)));
      return all;
    }
  }

  /** Checks one future in the lanes, but returns another one, which the caller cancels. */
  @WrongAnswer("the future that you returned")
  public static class ReturnsACopyOfTheFuture extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return super.readAll(files, limit, executor).thenApply(all -> all);
    }
  }

  /** Expects allOf to fail as soon as one of its futures does. */
  @WrongAnswer("allOf completes when all of its futures are complete")
  public static class WaitsForAllBeforeItFails extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      byte[][] contents = new byte[files.size()][];
      AtomicInteger next = new AtomicInteger();
      Runnable lane =
          () -> {
            for (int i; (i = next.getAndIncrement()) < files.size(); ) {
              contents[i] = read(files.get(i));
            }
          };
      return CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(lane, executor))
                  .limit(limit)
                  .toArray(CompletableFuture[]::new))
          .thenApply(done -> Arrays.asList(contents));
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Checks one future in the lanes, but the caller of tryAll cancels another one. */
  @WrongAnswer("The future was canceled, but then")
  public static class GoesOnTryingWhenCanceled extends ManyFiles {
    @Override
    public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
      return super.tryAll(files, limit, executor).thenApply(results -> results);
    }
  }

  /** Reports the caller's mistake in the future. */
  @WrongAnswer("did not throw for a limit of 0")
  public static class RefusesTheLimitInTheFuture extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return limit > 0
          ? super.readAll(files, limit, executor)
          : CompletableFuture.failedFuture(new IllegalArgumentException("limit " + limit));
    }
  }

  /** Turns only the disk's exceptions into results. */
  @WrongAnswer("the future of tryAll(...) failed: java.lang.SecurityException")
  public static class CatchesIoExceptionsOnly extends ManyFiles {
    @Override
    protected Result attempt(Path file) {
      try {
        return new Result.Content(file, Files.readAllBytes(file));
      } catch (IOException e) {
        return new Result.Failure(file, e);
      }
    }
  }

  /** Throws when a task is rejected, but lets the earlier tasks continue. */
  @WrongAnswer("The executor rejected the second task, but then b.txt was opened")
  public static class GoesOnAfterARefusal extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      Executor throwing =
          task -> {
            try {
              executor.execute(task);
            } catch (RejectedExecutionException e) {
              throw new IllegalStateException(e);
            }
          };
      try {
        return super.readAll(files, limit, throwing);
      } catch (IllegalStateException e) {
        throw (RejectedExecutionException) e.getCause();
      }
    }
  }

  /** Counts in a field, so that two calls take each other's files. */
  @WrongAnswer("Two calls ran at the same time")
  public static class CountsInAField extends ManyFiles {

    private final AtomicInteger next = new AtomicInteger();

    @Override
    protected <T> CompletableFuture<List<T>> inLanes(
        List<Path> files, int limit, Executor executor, Reading<T> reading) {
      next.set(0);
      CompletableFuture<List<T>> all = new CompletableFuture<>();
      Map<Integer, T> results = new ConcurrentSkipListMap<>();
      Runnable lane =
          () -> {
            try {
              for (int i; !all.isDone() && (i = next.getAndIncrement()) < files.size(); ) {
                results.put(i, reading.of(files.get(i)));
              }
            } catch (Throwable e) {
              all.completeExceptionally(e);
            }
          };
      CompletableFuture<?>[] lanes =
          Stream.generate(() -> CompletableFuture.runAsync(lane, executor))
              .limit(Math.min(limit, files.size()))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(lanes).thenRun(() -> all.complete(List.copyOf(results.values())));
      return all;
    }
  }
}
