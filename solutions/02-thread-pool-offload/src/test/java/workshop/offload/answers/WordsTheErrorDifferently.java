package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Reports the same error in other words. */
@RightAnswer
public class WordsTheErrorDifferently extends WriteThenRead {
  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try (TinyRuntime runtime = new TinyRuntime()) {
      try {
        start(file, out, runtime).get();
      } catch (ExecutionException e) {
        throw new IOException("failed on " + file, e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted: " + file);
      }
    }
  }
}
