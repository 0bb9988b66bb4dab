package workshop.completable.answers.channelfutures;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChannelFutures} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Waits for the second write inside the handler of the first one. */
  @WrongAnswer("needs a thread of the same executor")
  public static class WaitsInTheHandler extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      return write(channel, rest, 0)
          .thenAccept(_ -> {
            while (rest.hasRemaining()) {
              Loops.await(channel.write(rest, rest.position()));
            }
          });
    }
  }
}
