package workshop.completable.answers.channelfutures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link ChannelFutures}: the wrong thread does the work, waits for it, or gets
 * the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** No thread waits, but a timer checks every millisecond whether the operation is done. */
  @WrongAnswer("writeFully(...) has returned") // seen between two looks, or in the middle of one
  public static class PollsWithATimer extends ChannelFutures {

    private static final Executor LATER =
        CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS);

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

  /** The caller is free, but a thread of the common pool waits instead. */
  @WrongAnswer("you blocked another thread instead of the caller")
  public static class LetsAnotherThreadWait extends ChannelFutures {

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

  /** A thread of its own checks the future of the channel without a pause. */
  @WrongAnswer("you blocked another thread instead of the caller")
  public static class SpinsOnAnotherThread extends ChannelFutures {
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

  /** Waits for the Future that the other variant of read returns. */
  @WrongAnswer("you blocked the caller")
  public static class WaitsForTheChannel extends ChannelFutures {

    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      try {
        while (channel.read(chunk, all.size()).get() != -1) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        return CompletableFuture.completedFuture(all.toByteArray());
      } catch (ExecutionException e) {
        return CompletableFuture.failedFuture(e.getCause());
      } catch (InterruptedException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }
}
