package workshop.completable.answers.channelfutures;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link ChannelFutures} that leave something open or running, or use too much.
 */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Closes the channel of its caller after writing. */
  @WrongAnswer("writeFully(...) closed the channel")
  public static class ClosesAfterTheWrite extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      return super.writeFully(channel, content).whenComplete((_, _) -> Loops.close(channel));
    }
  }

  /** Closes the channel of its caller after reading. */
  @WrongAnswer("the code that opened the channel")
  public static class ClosesAfterTheRead extends ChannelFutures {
    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return super.readFully(channel).whenComplete((_, _) -> Loops.close(channel));
    }
  }

  /** Closes the channel of its caller after an error. */
  @WrongAnswer("writeFully(...) closed the channel")
  public static class ClosesAfterAFailure extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      return super.writeFully(channel, content)
          .exceptionallyCompose(e -> {
            Loops.close(channel);
            return CompletableFuture.failedFuture(e);
          });
    }
  }
}
