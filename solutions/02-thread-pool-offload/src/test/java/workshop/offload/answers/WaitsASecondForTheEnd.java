package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Gives up after a second. */
@WrongAnswer("run() waits with a time limit")
public class WaitsASecondForTheEnd extends WriteThenRead {
  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try (TinyRuntime runtime = new TinyRuntime()) {
      try {
        start(file, out, runtime).get(1, SECONDS);
      } catch (ExecutionException e) {
        throw new IOException(file + ": " + e.getCause(), e.getCause());
      } catch (TimeoutException e) {
        throw new IOException(file + ": no end", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted: " + file);
      }
    }
  }
}
