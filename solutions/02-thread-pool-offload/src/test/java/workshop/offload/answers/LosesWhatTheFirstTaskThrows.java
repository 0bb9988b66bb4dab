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

/** Guards the continuations, and not the task that starts the program. */
@WrongAnswer("\"Starting async write")
public class LosesWhatTheFirstTaskThrows extends WriteThenRead {

  private static final byte[] TEXT =
      "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

  @Override
  public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
    CompletableFuture<Path> end = new CompletableFuture<>();
    runtime.execute(() -> {
      out.println("Starting async write operation...");
      runtime.offload(
          () -> {
            Storeroom.write(file, TEXT);
            return file;
          },
          written -> guarded(end, () -> goOn(written.get(), out, runtime, end)));
    });
    return end;
  }

  private static void goOn(
      Path file, PrintStream out, TinyRuntime runtime, CompletableFuture<Path> end) {
    out.println("Successfully wrote to " + file.getFileName());
    out.println("\nStarting async read operation...");
    runtime.offload(
        () -> Storeroom.read(file),
        read ->
            guarded(
                end,
                () -> {
                  out.println("Successfully read " + read.get().length + " bytes from the file.");
                  out.println("File Contents:\n" + new String(read.get(), UTF_8));
                  end.complete(file);
                }));
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void guarded(CompletableFuture<Path> end, Step step) {
    try {
      step.run();
    } catch (Throwable e) {
      end.completeExceptionally(e);
    }
  }
}
