package workshop.offload.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Closes the runtime on the loop, which then waits for itself. */
@WrongAnswer("\"loop\" itself waits")
public class ClosesTheRuntimeOnTheLoop extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    TinyRuntime runtime = new TinyRuntime();
    CompletableFuture<Path> end = new CompletableFuture<>();
    runtime.execute(() -> {
      out.println("Starting async write operation...");
      runtime.close();
      end.complete(file);
    });
    end.join();
  }
}
