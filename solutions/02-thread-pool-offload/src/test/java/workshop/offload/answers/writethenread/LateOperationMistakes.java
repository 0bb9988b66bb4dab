package workshop.offload.answers.writethenread;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  /** Has a blocking thread write, and reads on the loop. */
  @WrongAnswer("you blocked the loop")
  public static class ReadsOnTheLoop extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        void read(Path written) {
          report(written);
          guarded(() -> show(Storeroom.read(written)));
        }
      }.start();
    }
  }
}
