package workshop.offload.answers.writethenread;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Reports that the program failed, without the cause. */
  @WrongAnswer("the reason is lost")
  public static class LosesTheCause extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        super.run(file, out);
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        throw new IOException(file + " failed");
      }
    }
  }
}
