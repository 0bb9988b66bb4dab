package workshop.completable.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import workshop.completable.ChannelFutures;
import workshop.completable.FailurePaths;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead}: two steps are in the wrong order, or in none. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** try-with-resources around a write that has only begun. */
  @WrongAnswer("A channel was closed while it was still needed")
  public static class ClosesBeforeTheWriteIsDone extends WriteThenRead {

    private static final byte[] CONTENT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      ChannelFutures channels = new ChannelFutures();
      FailurePaths paths = new FailurePaths();
      out.println("Starting async write operation...");
      return CompletableFuture.supplyAsync(() -> begun(file, channels, executor), executor)
          .thenCompose(writing -> writing)
          .thenCompose(written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            return paths.using(file, Set.of(READ), executor, channels::readFully);
          })
          .thenAccept(bytes -> {
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:\n" + new String(bytes, UTF_8));
          })
          .exceptionallyCompose(failure ->
              CompletableFuture.failedFuture(
                  new IOException(file + ": " + failure.getCause(), failure.getCause())));
    }

    private static CompletableFuture<Void> begun(
        Path file, ChannelFutures channels, ExecutorService executor) {
      try (AsynchronousFileChannel channel =
          AsynchronousFileChannel.open(file, Set.of(CREATE, TRUNCATE_EXISTING, WRITE), executor)) {
        return channels.writeFully(channel, CONTENT);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Starts the force when it starts the write, and not after it. */
  @WrongAnswer("force came before the last write")
  public static class ForcesBesideTheWrite extends WriteThenRead {

    private static final byte[] CONTENT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      ChannelFutures channels = new ChannelFutures();
      FailurePaths paths = new FailurePaths();
      out.println("Starting async write operation...");
      return paths
          .using(
              file,
              Set.of(CREATE, TRUNCATE_EXISTING, WRITE),
              executor,
              channel ->
                  CompletableFuture.runAsync(() -> forceNow(channel), executor)
                      .thenCompose(forced -> channels.writeFully(channel, CONTENT)))
          .thenCompose(written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            return paths.using(file, Set.of(READ), executor, channels::readFully);
          })
          .thenAccept(bytes -> {
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:\n" + new String(bytes, UTF_8));
          })
          .exceptionallyCompose(failure ->
              CompletableFuture.failedFuture(
                  new IOException(file + ": " + failure.getCause(), failure.getCause())));
    }

    private static Void forceNow(AsynchronousFileChannel channel) {
      try {
        channel.force(true);
        return null;
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Reports the write before it is done. */
  @WrongAnswer("Successfully wrote")
  public static class ReportsBeforeTheWriteIsDone extends WriteThenRead {

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      out.println("Starting async write operation...");
      out.println("Successfully wrote to " + file.getFileName());
      return super.run(file, out, executor);
    }
  }

  /** Prints in a stage of its own, and completes without it. */
  @WrongAnswer("The future is complete, but the program is still printing")
  public static class CompletesBeforeThePrinting extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      out.println("Starting async write operation...");
      CompletableFuture<byte[]> reading =
          write(file, executor)
              .thenCompose(written -> {
                out.println("Successfully wrote to " + file.getFileName());
                out.println();
                out.println("Starting async read operation...");
                return read(file, executor);
              });
      reading.thenAcceptAsync(
          bytes -> {
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:");
            out.println(new String(bytes, UTF_8));
          },
          executor);
      return reading
          .<Void>thenApply(bytes -> null)
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(naming(file, failure)));
    }
  }

  /** Reports success in the body, before the close. */
  @WrongAnswer("Closing the file failed, but the program had already reported success")
  public static class ReportsBeforeTheClose extends WriteThenRead {

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      out.println("Starting async write operation...");
      return paths
          .using(
              file,
              Set.of(CREATE, TRUNCATE_EXISTING, WRITE),
              executor,
              channel ->
                  channels
                      .writeFully(channel, ForcesBesideTheWrite.CONTENT)
                      .thenRun(() -> force(channel))
                      .thenRun(() -> out.println("Successfully wrote to " + file.getFileName())))
          .thenCompose(written -> {
            out.println("\nStarting async read operation...");
            return read(file, executor);
          })
          .thenAccept(bytes -> {
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:\n" + new String(bytes, UTF_8));
          })
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(naming(file, failure)));
    }
  }
}
