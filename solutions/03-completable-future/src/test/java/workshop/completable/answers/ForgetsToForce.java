package workshop.completable.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.ChannelFutures;
import workshop.completable.FailurePaths;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Writes, closes, and reports: the bytes may still be in memory only. */
@WrongAnswer(value = "never forced", kind = AnswerKind.PROMISE)
public class ForgetsToForce extends WriteThenRead {

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
