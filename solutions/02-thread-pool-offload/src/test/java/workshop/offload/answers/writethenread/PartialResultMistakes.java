package workshop.offload.answers.writethenread;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Never asks how the write ended, and reports success. */
  @WrongAnswer("The operation failed, but the program continued and printed")
  public static class IgnoresAFailedWrite extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        void write() {
          announce();
          runtime.offload(this::store, _ -> guarded(() -> read(file)));
        }
      }.start();
    }
  }
}
