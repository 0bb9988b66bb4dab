package workshop.offload.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Waits on the loop for a task that only the loop can run. */
@WrongAnswer("\"loop\" itself waits")
public class JoinsOnTheLoop extends WriteThenRead {

  private static final byte[] TEXT =
      "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

  @Override
  public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
    CompletableFuture<Path> end = new CompletableFuture<>();
    runtime.execute(() -> {
      out.println("Starting async write operation...");
      CompletableFuture<Path> step = new CompletableFuture<>();
      runtime.offload(
          () -> {
            Storeroom.write(file, TEXT);
            return file;
          },
          written -> step.complete(written.resultNow()));
      out.println("Successfully wrote to " + step.join().getFileName());
    });
    return end;
  }
}
