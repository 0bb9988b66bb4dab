package workshop.offload.answers.offloadedread;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link OffloadedRead} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  /** Asks for the size on the caller's thread, to read small files there. */
  @WrongAnswer("you blocked the caller")
  public static class AsksForTheSizeFirst extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      try {
        if (Files.size(file) > 8192) {
          return super.read(file, pool);
        }
        return CompletableFuture.completedFuture(Files.readAllBytes(file));
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  /** Checks on the caller's thread whether the file exists. */
  @WrongAnswer("you blocked the caller")
  public static class ChecksOnTheCaller extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      if (!Files.isReadable(file)) {
        return CompletableFuture.failedFuture(new NoSuchFileException(file.toString()));
      }
      return super.read(file, pool);
    }
  }

  /** Calls invokeAll, which waits for the result. */
  @WrongAnswer("you blocked the caller")
  public static class InvokesAllForOne extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      try {
        return pool.invokeAll(List.<Callable<byte[]>>of(() -> Files.readAllBytes(file))).getFirst();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  /** Opens the file on the caller's thread, and submits only the read. */
  @WrongAnswer("you blocked the caller")
  public static class OpensBeforeItSubmits extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      try {
        InputStream in = Files.newInputStream(file);
        return pool.submit(() -> {
          try (in) {
            return in.readAllBytes();
          }
        });
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  /** Reads on the caller's thread, and returns a future that is done already. */
  @WrongAnswer("you blocked the caller")
  public static class ReadsBeforeItReturns extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      try {
        return CompletableFuture.completedFuture(Files.readAllBytes(file));
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  /** Reads on the caller's thread when the pool rejects the task. */
  @WrongAnswer("A read outside the pool ignores the pool's limit")
  public static class ReadsItselfWhenRefused extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      try {
        return super.read(file, pool);
      } catch (RejectedExecutionException e) {
        try {
          return CompletableFuture.completedFuture(Files.readAllBytes(file));
        } catch (IOException failed) {
          return CompletableFuture.failedFuture(failed);
        }
      }
    }
  }

  /** Calls supplyAsync without an executor, so the common pool reads. */
  @WrongAnswer("its tasks run one after another")
  public static class ReadsOnTheCommonPool extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return CompletableFuture.supplyAsync(() -> bytesOf(file));
    }

    private static byte[] bytesOf(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Starts a virtual thread instead of using the pool. */
  @WrongAnswer("which is not a thread of the executor that was given")
  public static class ReadsOnVirtualThreadsInstead extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      FutureTask<byte[]> task = new FutureTask<>(() -> Files.readAllBytes(file));
      Thread.startVirtualThread(task);
      return task;
    }
  }

  /** Submits a task that waits for another task of the same pool. */
  @WrongAnswer("waits for a task that is in the queue of the same pool")
  public static class SubmitsTwice extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return pool.submit(() -> pool.submit(() -> Files.readAllBytes(file)).get());
    }
  }

  /** Waits up to 20 milliseconds for the result. */
  @WrongAnswer("made its caller wait or sleep")
  public static class WaitsAWhileForTheResult extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      Future<byte[]> reading = super.read(file, pool);
      try {
        reading.get(20, MILLISECONDS);
      } catch (Exception e) {
        // the caller will ask again
      }
      return reading;
    }
  }

  /** Submits the read, and waits for it. */
  @WrongAnswer("you blocked the caller")
  public static class WaitsForTheResult extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      Future<byte[]> reading = super.read(file, pool);
      try {
        reading.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        return reading; // the failure is in there
      }
      return reading;
    }
  }

  /** Starts a virtual thread that waits for the pool. */
  @WrongAnswer("your code uses a second thread, which only waits")
  public static class WaitsOnAVirtualThread extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      CompletableFuture<byte[]> result = new CompletableFuture<>();
      Future<byte[]> reading = super.read(file, pool);
      Thread.startVirtualThread(() -> {
        try {
          result.complete(reading.get());
        } catch (ExecutionException e) {
          result.completeExceptionally(e.getCause());
        } catch (InterruptedException e) {
          result.cancel(false);
        }
      });
      return result;
    }
  }
}
