package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A thread of its own asks the future of the channel without a pause. */
@WrongAnswer(value = "you blocked another thread instead of the caller", kind = AnswerKind.CALLER)
public class SpinsBesideTheCaller extends ChannelFutures {
  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    CompletableFuture<Void> all = new CompletableFuture<>();
    ByteBuffer rest = ByteBuffer.wrap(content);
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            while (rest.hasRemaining()) {
              Future<Integer> count = channel.write(rest, rest.position());
              while (!count.isDone()) {
                Thread.onSpinWait();
              }
              count.get();
            }
            all.complete(null);
          } catch (ExecutionException | InterruptedException e) {
            all.completeExceptionally(e);
          }
        });
    return all;
  }
}
