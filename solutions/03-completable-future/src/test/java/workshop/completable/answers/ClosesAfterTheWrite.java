package workshop.completable.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Closes the channel of its caller. */
@WrongAnswer(value = "After writeFully the channel is closed", kind = AnswerKind.RESOURCE)
public class ClosesAfterTheWrite extends ChannelFutures {
  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    return super.writeFully(channel, content)
        .whenComplete((written, e) -> {
          try {
            channel.close();
          } catch (IOException closing) {
            throw new UncheckedIOException(closing);
          }
        });
  }
}
