package workshop.completable.answers.chainedsteps;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link ChainedSteps}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Makes each step a stage of its own, with Async and the executor. */
  @RightAnswer
  public static class ChainsAsyncStages extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      return write(file, content, executor).thenApplyAsync(written -> bytesOf(file), executor);
    }

    @Override
    public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
      return read(from, executor)
          .thenAcceptAsync(
              bytes -> {
                try (OutputStream out = Files.newOutputStream(to)) {
                  out.write(bytes);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              executor);
    }

    private static byte[] bytesOf(Path file) {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(16);
        while (channel.read(chunk) != -1) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        return all.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Completes the futures by hand, whatever happens. */
  @RightAnswer
  public static class CompletesByHand extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      CompletableFuture<byte[]> read = new CompletableFuture<>();
      executor.execute(() -> {
        try {
          read.complete(Files.readAllBytes(file));
        } catch (Throwable e) {
          read.completeExceptionally(e);
        }
      });
      return read;
    }
  }

  /** Reads in the stage itself, which the executor runs. */
  @RightAnswer
  public static class ComposesOnTheExecutor extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      return write(file, content, executor).thenApplyAsync(written -> bytesOf(file), executor);
    }

    private static byte[] bytesOf(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Does one step after the other in a single task, and chains nothing. */
  @RightAnswer
  public static class DoesBothInOneTask extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              Files.write(file, content);
              return Files.readAllBytes(file);
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Wraps the error of the disk once more. */
  @RightAnswer
  public static class FailsWithAnUncheckedException extends ChainedSteps {
    @Override
    public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
      return CompletableFuture.runAsync(
          () -> {
            try {
              Files.write(file, content);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          executor);
    }
  }

  /** Reads with a stream and a small buffer. */
  @RightAnswer
  public static class ReadsInPieces extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              try (InputStream in = Files.newInputStream(file)) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                in.transferTo(all);
                return all.toByteArray();
              }
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Begins with a completed future, and adds a stage on the executor. */
  @RightAnswer
  public static class StartsFromACompletedFuture extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return CompletableFuture.completedFuture(file)
          .thenApplyAsync(
              path -> {
                try {
                  return Files.readAllBytes(path);
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              },
              executor);
    }
  }

  /** Starts the second step on the common pool, but lets the executor do it. */
  @RightAnswer
  public static class StartsTheNextStepOnTheCommonPool extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      return write(file, content, executor).thenComposeAsync(written -> read(file, executor));
    }
  }
}
