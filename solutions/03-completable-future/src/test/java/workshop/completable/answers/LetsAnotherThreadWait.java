package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The caller is free; a thread of the common pool stands still instead. */
@WrongAnswer(value = "you blocked another thread instead of the caller", kind = AnswerKind.CALLER)
public class LetsAnotherThreadWait extends ChannelFutures {

  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    return CompletableFuture.runAsync(() -> {
      ByteBuffer rest = ByteBuffer.wrap(content);
      try {
        while (rest.hasRemaining()) {
          channel.write(rest, rest.position()).get();
        }
      } catch (ExecutionException e) {
        throw new CompletionException(e.getCause());
      } catch (InterruptedException e) {
        throw new CompletionException(e);
      }
    });
  }
}
