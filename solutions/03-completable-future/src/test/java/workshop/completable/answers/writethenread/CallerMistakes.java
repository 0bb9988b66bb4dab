package workshop.completable.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
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

/**
 * Wrong answers to {@link WriteThenRead}: the wrong thread does the work, waits for it, or gets the
 * result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Waits on a thread of its own, which has no line of the program on its stack. */
  @WrongAnswer("waits instead of the caller")
  public static class WaitsOnAnotherThread extends WriteThenRead {

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return CompletableFuture.supplyAsync(
          super.run(file, out, executor)::join, task -> new Thread(task).start());
    }
  }

  /** Waits for the program on a thread of the common pool. */
  @WrongAnswer("waits instead of the caller")
  public static class WaitsOnTheCommonPool extends WriteThenRead {

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      CompletableFuture<Void> all = super.run(file, out, executor);
      return CompletableFuture.supplyAsync(() -> all.join());
    }
  }

  /** Writes on the executor and reads on the common pool. */
  @WrongAnswer("this ran one after another")
  public static class ReadsWithoutTheExecutor extends WriteThenRead {

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
                  channels
                      .writeFully(channel, CONTENT)
                      .thenRunAsync(() -> forceNow(channel), executor))
          .thenApplyAsync(written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            try {
              return Files.readAllBytes(file);
            } catch (IOException e) {
              throw new CompletionException(e);
            }
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

  /** Waits until everything is printed, and returns a complete future. */
  @WrongAnswer("you blocked the caller")
  public static class WaitsInsideRun extends WriteThenRead {

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      super.run(file, out, executor).join();
      return CompletableFuture.completedFuture(null);
    }
  }

  /** Waits on a thread of the executor, which needs that thread to go on. */
  @WrongAnswer("needs a thread of the same executor")
  public static class WaitsInsideTheExecutor extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return CompletableFuture.runAsync(() -> super.run(file, out, executor).join(), executor);
    }
  }
}
