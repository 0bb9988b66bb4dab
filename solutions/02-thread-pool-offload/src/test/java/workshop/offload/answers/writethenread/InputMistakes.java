package workshop.offload.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Fails at the first malformed byte. */
  @WrongAnswer("The decoder is strict")
  public static class DecodesStrictly extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        void show(byte[] bytes) {
          try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            super.show(bytes);
          } catch (CharacterCodingException e) {
            end.completeExceptionally(e);
          }
        }
      }.start();
    }
  }
}
