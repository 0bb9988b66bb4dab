package workshop.completable.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Waits for the first operation, but not for long. */
@WrongAnswer(value = "but it had waited", kind = AnswerKind.IMPATIENCE)
public class WaitsForAMomentOnly extends ChannelFutures {
  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    CompletableFuture<byte[]> all = super.readFully(channel);
    try {
      all.get(300, MILLISECONDS);
    } catch (Exception e) {
      return all;
    }
    return all;
  }
}
