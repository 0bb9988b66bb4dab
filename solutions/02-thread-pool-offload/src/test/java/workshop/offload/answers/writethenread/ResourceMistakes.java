package workshop.offload.answers.writethenread;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Opens a runtime, and never closes it. */
  @WrongAnswer("it did not close its runtime")
  public static class LeavesTheRuntimeOpen extends WriteThenRead {

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
}
