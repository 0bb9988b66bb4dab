package workshop.offload.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Writes on the loop. */
@WrongAnswer("you blocked the loop")
public class WritesOnTheLoop extends WriteThenRead {

  private static final byte[] TEXT =
      "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

  @Override
  public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
    CompletableFuture<Path> end = new CompletableFuture<>();
    runtime.execute(() -> {
      try {
        out.println("Starting async write operation...");
        Storeroom.write(file, TEXT);
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting async read operation...");
        byte[] bytes = Storeroom.read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
        end.complete(file);
      } catch (IOException e) {
        end.completeExceptionally(e);
      }
    });
    return end;
  }
}
