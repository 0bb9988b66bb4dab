package workshop.offload.answers.writethenread;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  /** Starts the program, closes the runtime, and never asks how the program ended. */
  @WrongAnswer("as if nothing had happened")
  public static class DoesNotWaitForTheEnd extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) {
      try (TinyRuntime runtime = new TinyRuntime()) {
        start(file, out, runtime);
      }
    }
  }

  /** Gives up after a second. */
  @WrongAnswer("run() waits with a time limit")
  public static class WaitsASecondForTheEnd extends WriteThenRead {
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
}
