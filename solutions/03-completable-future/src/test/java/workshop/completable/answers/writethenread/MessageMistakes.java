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

/** Wrong answers to {@link WriteThenRead} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** The new exception has no cause. */
  @WrongAnswer("cause")
  public static class LosesTheCause extends WriteThenRead {
    @Override
    protected IOException naming(Path file, Throwable failure) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      return new IOException(file + ": " + cause);
    }
  }

  /** Passes on the disk's error, although a failed read does not name its file. */
  @WrongAnswer("An error without its path")
  public static class LosesThePath extends WriteThenRead {

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
          .thenCompose(written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            return paths.using(file, Set.of(READ), executor, channels::readFully);
          })
          .thenAccept(bytes -> {
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:\n" + new String(bytes, UTF_8));
          });
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

  /** Passes on the message only: for a missing file that is its path. */
  @WrongAnswer("without its path")
  public static class NamesNothingButThePath extends WriteThenRead {
    @Override
    protected IOException naming(Path file, Throwable failure) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      return new IOException(cause.getMessage(), cause);
    }
  }

  /** The cause is the wrapper. */
  @WrongAnswer("the cause of your IOException is java.util.concurrent.CompletionException")
  public static class KeepsTheWrapperAsTheCause extends WriteThenRead {
    @Override
    protected IOException naming(Path file, Throwable failure) {
      return new IOException(file + ": " + failure.getMessage(), failure);
    }
  }
}
