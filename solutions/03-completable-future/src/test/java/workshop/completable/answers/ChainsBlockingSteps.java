package workshop.completable.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import workshop.completable.ChainedSteps;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** The steps of the first exercise, and a second handle that forces. */
@RightAnswer
public class ChainsBlockingSteps extends WriteThenRead {

  private static final byte[] CONTENT =
      "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    ChainedSteps steps = new ChainedSteps();
    out.println("Starting async write operation...");
    return steps
        .write(file, CONTENT, executor)
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
