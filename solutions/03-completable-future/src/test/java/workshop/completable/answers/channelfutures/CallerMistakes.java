package workshop.completable.answers.channelfutures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link ChannelFutures} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Waits on no thread, but a timer checks every millisecond whether the operation is done. */
  @WrongAnswer("writeFully(...) has returned") // caught between two checks, or during one
  public static class PollsWithATimer extends ChannelFutures {
    private static final Executor LATER =
        CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS);

    @Override
    protected CompletableFuture<Integer> write(
        AsynchronousFileChannel channel, ByteBuffer source, long position) {
      CompletableFuture<Integer> done = new CompletableFuture<>();
      look(channel.write(source, position), done);
      return done;
    }

    private static void look(Future<Integer> count, CompletableFuture<Integer> done) {
      if (count.isDone()) {
        done.complete(count.resultNow());
      } else {
        LATER.execute(() -> look(count, done));
      }
    }
  }

  /** Asks for the size on the caller: that is a disk operation without a callback. */
  @WrongAnswer("SIZE of order.txt ran on")
  public static class AsksForTheSizeOnTheCaller extends ChannelFutures {

    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      try {
        return channel.size() == 0
            ? CompletableFuture.completedFuture(new byte[0])
            : super.readFully(channel);
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  /** Frees the caller, but lets a thread of the common pool wait instead. */
  @WrongAnswer("you blocked another thread instead of the caller")
  public static class LetsAnotherThreadWait extends ChannelFutures {
    @Override
    protected CompletableFuture<Integer> write(
        AsynchronousFileChannel channel, ByteBuffer source, long position) {
      return CompletableFuture.supplyAsync(() -> Loops.await(channel.write(source, position)));
    }
  }

  /** Checks the future of the channel without a pause, on a thread of its own. */
  @WrongAnswer("you blocked another thread instead of the caller")
  public static class SpinsOnAnotherThread extends ChannelFutures {
    @Override
    protected CompletableFuture<Integer> write(
        AsynchronousFileChannel channel, ByteBuffer source, long position) {
      return CompletableFuture.supplyAsync(
          () -> {
            Future<Integer> count = channel.write(source, position);
            while (!count.isDone()) {
              Thread.onSpinWait();
            }
            return count.resultNow();
          },
          task -> Thread.ofPlatform().daemon().start(task));
    }
  }

  /** Waits for the Future that the other variant of read returns. */
  @WrongAnswer("you blocked the caller")
  public static class WaitsForTheChannel extends ChannelFutures {
    @Override
    protected CompletableFuture<Integer> read(
        AsynchronousFileChannel channel, ByteBuffer target, long position) {
      return CompletableFuture.completedFuture(Loops.await(channel.read(target, position)));
    }
  }
}
