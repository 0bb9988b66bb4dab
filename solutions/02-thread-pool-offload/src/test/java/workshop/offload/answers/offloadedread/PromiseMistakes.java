package workshop.offload.answers.offloadedread;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OffloadedRead} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Catches Exception, so an Error leaves the future open. */
  @WrongAnswer("the future was never completed")
  public static class CatchesExceptionsOnly extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      CompletableFuture<byte[]> result = new CompletableFuture<>();
      pool.execute(() -> {
        try {
          result.complete(Files.readAllBytes(file));
        } catch (Exception e) {
          result.completeExceptionally(e);
        }
      });
      return result;
    }
  }

  /** Closes the pool that it was given. */
  @WrongAnswer("read() shut down the pool")
  public static class ClosesThePool extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      Future<byte[]> reading = pool.submit(() -> Files.readAllBytes(file));
      pool.shutdown();
      return reading;
    }
  }

  /** Returns null when the pool rejects the task. */
  @WrongAnswer("read() returned null")
  public static class HidesTheRefusal extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      try {
        return super.read(file, pool);
      } catch (RejectedExecutionException e) {
        return null;
      }
    }
  }

  /** Keeps the future of each file, so a second call gets the old bytes. */
  @WrongAnswer("a second read() returned its old bytes")
  public static class KeepsTheFutures extends OffloadedRead {
    private final Map<Path, Future<byte[]>> known = new ConcurrentHashMap<>();

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      return known.computeIfAbsent(file, path -> super.read(path, pool));
    }
  }

  /** Reads through java.io, which the watched disk cannot see. */
  @WrongAnswer("java.io")
  public static class ReadsThroughJavaIo extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return pool.submit(() -> {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
          return in.readAllBytes();
        }
      });
    }
  }

  /** Completes its future only after a success. */
  @WrongAnswer("the future was never completed")
  public static class ReturnsAnUncompletedFuture extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      CompletableFuture<byte[]> result = new CompletableFuture<>();
      pool.submit(() -> result.complete(Files.readAllBytes(file)));
      return result;
    }
  }

  /** Lets its future fail after a minute. */
  @WrongAnswer("the future has a time limit")
  public static class SetsALimit extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      CompletableFuture<byte[]> result = new CompletableFuture<>();
      pool.execute(() -> {
        try {
          result.complete(Files.readAllBytes(file));
        } catch (Throwable e) {
          result.completeExceptionally(e);
        }
      });
      return result.orTimeout(1, TimeUnit.MINUTES);
    }
  }

  /** Returns a failed future when the pool rejects the task. */
  @WrongAnswer("The pool rejected the task, but read() returned a future")
  public static class ReturnsTheRefusal extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      try {
        return super.read(file, pool);
      } catch (RejectedExecutionException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  /** Lets calls for one file share a read that is still under way. */
  @WrongAnswer("only one read began")
  public static class SharesAReading extends OffloadedRead {

    private final Map<Path, Future<byte[]>> running = new ConcurrentHashMap<>();

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return running.compute(
          file, (each, old) -> old == null || old.isDone() ? super.read(each, pool) : old);
    }
  }

  /** Submits its task only when the caller asks for the result. */
  @WrongAnswer("gave the pool no task")
  public static class SubmitsLate extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      FutureTask<byte[]> reading = new FutureTask<>(() -> Files.readAllBytes(file));
      return new CompletableFuture<>() {
        @Override
        public byte[] get(long time, TimeUnit unit) throws ExecutionException {
          pool.execute(reading);
          return reading.resultNow();
        }
      };
    }
  }

  /** Reads into one static buffer. */
  @WrongAnswer("one result got the bytes of the other file")
  public static class ReadsIntoAStaticBuffer extends OffloadedRead {

    private static final ByteBuffer SHARED = ByteBuffer.allocate(4 << 20);

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return pool.submit(() -> {
        try (FileChannel channel = FileChannel.open(file)) {
          SHARED.clear();
          while (channel.read(SHARED) != -1) {}
          return Arrays.copyOf(SHARED.array(), SHARED.position());
        }
      });
    }
  }

  /** Reads into an array that all calls share, and copies each chunk from there. */
  @WrongAnswer("and both had the same buffer")
  public static class SharesItsChunk extends OffloadedRead {

    private final byte[] chunk = new byte[1 << 16];

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return pool.submit(() -> {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file)) {
          for (int count = in.read(chunk); count != -1; count = in.read(chunk)) {
            all.write(chunk, 0, count);
          }
        }
        return all.toByteArray();
      });
    }
  }
}
