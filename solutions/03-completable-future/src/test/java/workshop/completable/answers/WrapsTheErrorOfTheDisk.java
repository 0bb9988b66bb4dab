package workshop.completable.answers;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Puts the error into an exception of its own. */
@WrongAnswer(value = "failed with java.lang.IllegalStateException", kind = AnswerKind.PROMISE)
public class WrapsTheErrorOfTheDisk extends ChannelFutures {
  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return super.readFully(channel)
        .exceptionallyCompose(
            e -> CompletableFuture.failedFuture(new IllegalStateException("cannot read", e)));
  }
}
