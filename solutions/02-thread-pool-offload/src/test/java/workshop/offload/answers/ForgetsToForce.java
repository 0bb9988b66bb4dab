package workshop.offload.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Writes with Files.writeString, which does not force the file. */
@WrongAnswer("never forced")
public class ForgetsToForce extends WriteThenRead {

  @Override
  public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
    CompletableFuture<Path> end = new CompletableFuture<>();
    runtime.execute(() -> out.println("Starting async write operation..."));
    runtime.offload(
        () -> Files.writeString(file, TEXT),
        written ->
            go(
                end,
                () -> {
                  out.println("Successfully wrote to " + written.get().getFileName());
                  out.println("\nStarting async read operation...");
                  runtime.offload(() -> Storeroom.read(file), read -> show(read, out, end));
                }));
    return end;
  }

  private static void show(Future<byte[]> read, PrintStream out, CompletableFuture<Path> end) {
    go(
        end,
        () -> {
          out.println("Successfully read " + read.get().length + " bytes from the file.");
          out.println("File Contents:\n" + new String(read.get(), UTF_8));
          end.complete(null);
        });
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void go(CompletableFuture<Path> end, Step step) {
    try {
      step.run();
    } catch (ExecutionException e) {
      end.completeExceptionally(e.getCause());
    } catch (Throwable e) {
      end.completeExceptionally(e);
    }
  }

  private static final String TEXT = "Hello, asynchronous Java!\nThis is a non-blocking operation.";
}
