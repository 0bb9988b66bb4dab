package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Catches the interrupt outside the try, so close() waits before the catch runs. */
@WrongAnswer("closes before its own catch clauses run")
public class WaitsInCloseWhenInterrupted extends WriteThenRead {
  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try (TinyRuntime runtime = new TinyRuntime()) {
      start(file, out, runtime).get();
    } catch (ExecutionException e) {
      throw new IOException(file + ": " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted: " + file);
    }
  }
}
