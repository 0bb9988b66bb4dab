package workshop.completable.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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

/** Wrong answers to {@link WriteThenRead} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Fails with an unchecked exception. */
  @WrongAnswer("failed with java.io.UncheckedIOException")
  public static class FailsUnchecked extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      out.println("Starting async write operation...");
      return write(file, executor)
          .thenCompose(written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println();
            out.println("Starting async read operation...");
            return read(file, executor);
          })
          .thenAccept(bytes -> {
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:");
            out.println(new String(bytes, UTF_8));
          })
          .exceptionallyCompose(failure ->
              CompletableFuture.failedFuture(new UncheckedIOException(naming(file, failure))));
    }
  }

  /** Forces the data, and not the metadata. */
  @WrongAnswer("force(true)")
  public static class ForcesTheDataOnly extends WriteThenRead {
    @Override
    protected void force(AsynchronousFileChannel channel) {
      try {
        channel.force(false);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** No empty line between the two parts. */
  @WrongAnswer("Line 3 is")
  public static class ForgetsTheEmptyLine extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      out.println("Starting async write operation...");
      return write(file, executor)
          .thenCompose(written -> {
            out.println("Successfully wrote to " + file.getFileName());

            out.println("Starting async read operation...");
            return read(file, executor);
          })
          .thenAccept(bytes -> {
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:");
            out.println(new String(bytes, UTF_8));
          })
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(naming(file, failure)));
    }
  }

  /** Writes, closes, and reports: the bytes may still be in memory only. */
  @WrongAnswer("never forced")
  public static class ForgetsToForce extends WriteThenRead {

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
              channel -> channels.writeFully(channel, CONTENT))
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
  }

  /** Prints the path instead of the name. */
  @WrongAnswer("wrote to")
  public static class PrintsTheWholePath extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      out.println("Starting async write operation...");
      return write(file, executor)
          .thenCompose(written -> {
            out.println("Successfully wrote to " + file);
            out.println();
            out.println("Starting async read operation...");
            return read(file, executor);
          })
          .thenAccept(bytes -> {
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:");
            out.println(new String(bytes, UTF_8));
          })
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(naming(file, failure)));
    }
  }

  /** Takes a force that fails for one that succeeded. */
  @WrongAnswer("with a force that fails succeeded")
  public static class SwallowsTheFailureOfTheForce extends WriteThenRead {
    @Override
    protected void force(AsynchronousFileChannel channel) {
      try {
        super.force(channel);
      } catch (CompletionException e) {
        System.err.println(e);
      }
    }
  }

  /** Adds the path to an IOException only. */
  @WrongAnswer("java.lang.SecurityException: thrown by the suite, which is not an IOException")
  public static class NamesIoExceptionsOnly extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return super.run(file, out, executor)
          .exceptionallyCompose(named -> {
            Throwable original = named.getCause().getCause();
            return CompletableFuture.failedFuture(
                original instanceof IOException ? named : original);
          });
    }
  }

  /** Opens the file for reading with options that create it. */
  @WrongAnswer("the program created an empty one")
  public static class CreatesTheFileToRead extends WriteThenRead {
    @Override
    protected CompletableFuture<byte[]> read(Path file, ExecutorService executor) {
      return paths.using(file, Set.of(CREATE, READ, WRITE), executor, channels::readFully);
    }
  }
}
