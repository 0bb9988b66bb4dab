package workshop.completable.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Prints the error before it fails with it. */
@RightAnswer
public class PrintsAfterAnError extends WriteThenRead {
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
        .exceptionallyCompose(failure -> {
          out.println("Failed: " + failure);
          return CompletableFuture.failedFuture(naming(file, failure));
        });
  }
}
