package workshop.offload.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** A runtime of its own, and nobody closes it: the program never ends. */
@WrongAnswer("still alive after the test")
public class LeavesTheRuntimeOpen extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try {
      start(file, out, new TinyRuntime()).get();
    } catch (ExecutionException e) {
      throw new IOException(file + ": " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + file, e);
    }
  }
}
