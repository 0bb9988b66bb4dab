package workshop.blocking.answers.lossydecoder;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link LossyDecoder} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Replaces the error of the channel with one of its own. */
  @WrongAnswer("but decode() threw another exception")
  public static class LosesTheChannelsError extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      try {
        return super.decode(source);
      } catch (IOException e) {
        throw new IOException("cannot decode");
      }
    }
  }
}
