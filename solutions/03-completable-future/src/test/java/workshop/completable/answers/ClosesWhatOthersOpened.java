package workshop.completable.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Tidies up too much. */
@WrongAnswer(value = "the code that opened the channel", kind = AnswerKind.RESOURCE)
public class ClosesWhatOthersOpened extends ChannelFutures {

  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return super.readFully(channel)
        .whenComplete((bytes, failure) -> {
          try {
            channel.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
