package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** No thread stands and waits; one is woken each millisecond to look whether it is done. */
@WrongAnswer(
    value = "writeFully(...) has come back",
    kind = AnswerKind.CALLER) // seen between two looks, or in the middle of one
public class AsksAgainAndAgain extends ChannelFutures {

  private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS);

  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    CompletableFuture<Void> all = new CompletableFuture<>();
    next(channel, ByteBuffer.wrap(content), all);
    return all;
  }

  private static void next(
      AsynchronousFileChannel channel, ByteBuffer rest, CompletableFuture<Void> all) {
    if (rest.hasRemaining()) {
      look(channel, rest, channel.write(rest, rest.position()), all);
    } else {
      all.complete(null);
    }
  }

  private static void look(
      AsynchronousFileChannel channel,
      ByteBuffer rest,
      Future<Integer> count,
      CompletableFuture<Void> all) {
    if (count.isDone()) {
      next(channel, rest, all);
    } else {
      LATER.execute(() -> look(channel, rest, count, all));
    }
  }
}
