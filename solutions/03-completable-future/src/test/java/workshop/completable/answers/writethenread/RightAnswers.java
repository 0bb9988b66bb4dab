package workshop.completable.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import workshop.completable.ChainedSteps;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link WriteThenRead}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Chains the steps of 03-1, and forces through a second channel. */
  @RightAnswer
  public static class ChainsBlockingSteps extends WriteThenRead {

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      ChainedSteps steps = new ChainedSteps();
      out.println("Starting async write operation...");
      return steps
          .write(file, OwnProgram.TEXT, executor)
          .thenRunAsync(() -> force(file), executor)
          .thenCompose(written -> {
            out.printf("Successfully wrote to %s%n%n", file.getFileName());
            out.println("Starting async read operation...");
            return steps.read(file, executor);
          })
          .thenAccept(bytes -> {
            out.printf("Successfully read %d bytes from the file.%n", bytes.length);
            out.printf("File Contents:%n%s%n", new String(bytes, UTF_8));
          })
          .exceptionallyCompose(failure ->
              CompletableFuture.failedFuture(
                  new IOException(file + ": " + failure.getCause(), failure.getCause())));
    }

    private static void force(Path file) {
      try (FileChannel channel = FileChannel.open(file, WRITE)) {
        channel.force(true);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Forces in a stage on the executor, which it adds with thenCompose. */
  @RightAnswer
  public static class ForcesInAComposedStage extends WriteThenRead {
    @Override
    protected CompletableFuture<Void> write(Path file, ExecutorService executor) {
      return paths.using(
          file,
          Set.of(CREATE, TRUNCATE_EXISTING, WRITE),
          executor,
          channel ->
              channels
                  .writeFully(channel, OwnProgram.TEXT)
                  .thenCompose(_ -> CompletableFuture.runAsync(() -> force(channel), executor)));
    }
  }

  /** Runs the blocking program on a thread of the executor. */
  @RightAnswer
  public static class LetsOneTaskDoItAll extends WriteThenRead {

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return CompletableFuture.runAsync(
          () -> {
            try {
              out.println("Starting async write operation...");
              try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(OwnProgram.TEXT);
                while (rest.hasRemaining()) {
                  channel.write(rest);
                }
                channel.force(true);
              }
              out.println("Successfully wrote to " + file.getFileName());
              out.println("\nStarting async read operation...");
              byte[] bytes = Files.readAllBytes(file);
              out.println("Successfully read " + bytes.length + " bytes from the file.");
              out.println("File Contents:\n" + new String(bytes, UTF_8));
            } catch (IOException | RuntimeException e) {
              throw new CompletionException(new IOException(file + ": " + e, e));
            }
          },
          executor);
    }
  }

  /** Opens with SYNC, so every write makes data and metadata durable. */
  @RightAnswer
  public static class OpensWithSync extends WriteThenRead {
    @Override
    protected CompletableFuture<Void> write(Path file, ExecutorService executor) {
      return paths.using(
          file,
          Set.of(CREATE, WRITE, TRUNCATE_EXISTING, SYNC),
          executor,
          channel -> channels.writeFully(channel, OwnProgram.TEXT));
    }
  }

  /** Prints the error before it fails with it. */
  @RightAnswer
  public static class PrintsAfterAnError extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return super.run(file, out, executor)
          .whenComplete((_, failure) -> {
            if (failure != null) {
              out.println("Failed: " + failure);
            }
          });
    }
  }

  /** Uses printf and text blocks. */
  @RightAnswer
  public static class PrintsFormatted extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return new OwnProgram() {
        @Override
        void report(Path file, PrintStream out) {
          out.printf("Successfully wrote to %s%n%n", file.getFileName());
          out.println("Starting async read operation...");
        }

        @Override
        void show(byte[] bytes, PrintStream out) {
          out.printf("Successfully read %d bytes from the file.%n", bytes.length);
          out.printf("File Contents:%n%s%n", text(bytes));
        }
      }.run(file, out, executor);
    }
  }
}
