package workshop.completable.answers.writethenread;

import static java.nio.file.StandardOpenOption.CREATE;
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
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link WriteThenRead} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Uses try-with-resources around a write that has only begun. */
  @WrongAnswer("A channel was closed while it was still needed")
  public static class ClosesBeforeTheWriteIsDone extends WriteThenRead {
    @Override
    protected CompletableFuture<Void> write(Path file, ExecutorService executor) {
      return CompletableFuture.supplyAsync(() -> begun(file, executor), executor)
          .thenCompose(writing -> writing);
    }

    private CompletableFuture<Void> begun(Path file, ExecutorService executor) {
      try (AsynchronousFileChannel channel =
          AsynchronousFileChannel.open(file, Set.of(CREATE, TRUNCATE_EXISTING, WRITE), executor)) {
        return channels.writeFully(channel, OwnProgram.TEXT);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Starts the force together with the write, and not after it. */
  @WrongAnswer("force came before the last write")
  public static class ForcesBesideTheWrite extends WriteThenRead {
    @Override
    protected CompletableFuture<Void> write(Path file, ExecutorService executor) {
      return paths.using(
          file,
          Set.of(CREATE, TRUNCATE_EXISTING, WRITE),
          executor,
          channel ->
              CompletableFuture.runAsync(() -> force(channel), executor)
                  .thenCompose(_ -> channels.writeFully(channel, OwnProgram.TEXT)));
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

  /** Prints in a stage of its own, and completes without waiting for it. */
  @WrongAnswer("The future is complete, but the program is still printing")
  public static class CompletesBeforeThePrinting extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return new OwnProgram() {
        @Override
        void show(byte[] bytes, PrintStream shown) {
          executor.execute(() -> super.show(bytes, shown));
        }
      }.run(file, out, executor);
    }
  }

  /** Reports success in the body, before the close. */
  @WrongAnswer("Closing the file failed, but the program had already reported success")
  public static class ReportsBeforeTheClose extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return new OwnProgram() {
        @Override
        protected CompletableFuture<Void> write(Path file, ExecutorService executor) {
          return paths.using(
              file,
              Set.of(CREATE, TRUNCATE_EXISTING, WRITE),
              executor,
              channel ->
                  channels
                      .writeFully(channel, TEXT)
                      .thenRun(() -> force(channel))
                      .thenRun(() -> out.println("Successfully wrote to " + file.getFileName())));
        }

        @Override
        void report(Path file, PrintStream out) {
          out.println("\nStarting async read operation...");
        }
      }.run(file, out, executor);
    }
  }
}
