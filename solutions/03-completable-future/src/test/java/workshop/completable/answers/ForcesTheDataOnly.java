package workshop.completable.answers;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletionException;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Forces the data, and not the metadata. */
@WrongAnswer(value = "force(true)", kind = AnswerKind.PROMISE)
public class ForcesTheDataOnly extends WriteThenRead {
  @Override
  protected void force(AsynchronousFileChannel channel) {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
