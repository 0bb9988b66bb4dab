package workshop.completable.answers;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.WrongAnswer;

/** Closes the channel of its caller. */
@WrongAnswer("close")
public class ClosesTheChannelAfterwards extends ChannelFutures {
  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return super.readFully(channel)
        .whenComplete((bytes, failure) -> {
          try {
            channel.close();
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }
}
