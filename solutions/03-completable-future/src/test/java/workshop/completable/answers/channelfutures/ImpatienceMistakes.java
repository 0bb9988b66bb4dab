package workshop.completable.answers.channelfutures;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChannelFutures} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Waits for the first operation with a time limit. */
  @WrongAnswer("with a time limit, and gave up")
  public static class WaitsForAMomentOnly extends ChannelFutures {
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
}
