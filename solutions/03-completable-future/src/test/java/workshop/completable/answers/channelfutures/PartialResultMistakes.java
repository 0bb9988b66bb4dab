package workshop.completable.answers.channelfutures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChannelFutures} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Completes the future with no bytes after a failure. */
  @WrongAnswer("succeeded with 0 bytes")
  public static class CompletesWithNoBytesOnFailure extends ChannelFutures {
    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return super.readFully(channel).exceptionally(failure -> new byte[0]);
    }
  }

  /** Reads at position 0 again and again. */
  @WrongAnswer("asked for position 0 again")
  public static class ReadsAtPositionZeroAgain extends ChannelFutures {
    @Override
    protected CompletableFuture<Integer> read(
        AsynchronousFileChannel channel, ByteBuffer target, long position) {
      return super.read(channel, target, 0);
    }
  }

  /** Takes a read that did not fill the buffer for the last one. */
  @WrongAnswer("each read returned at most 5 bytes")
  public static class TakesAShortReadForTheEnd extends ChannelFutures {
    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return rest(channel, new ByteArrayOutputStream());
    }

    private CompletableFuture<byte[]> rest(
        AsynchronousFileChannel channel, ByteArrayOutputStream all) {
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      return read(channel, chunk, all.size())
          .thenCompose(count -> {
            all.write(chunk.array(), 0, chunk.position());
            return chunk.hasRemaining()
                ? CompletableFuture.completedFuture(all.toByteArray())
                : rest(channel, all);
          });
    }
  }

  /** Uses the last count as the position. */
  @WrongAnswer("position")
  public static class WritesAtTheLastCount extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      return rest(channel, ByteBuffer.wrap(content), 0);
    }

    private CompletableFuture<Void> rest(
        AsynchronousFileChannel channel, ByteBuffer rest, int position) {
      return rest.hasRemaining()
          ? write(channel, rest, position).thenCompose(count -> rest(channel, rest, count))
          : CompletableFuture.completedFuture(null);
    }
  }

  /** Calls write only once. */
  @WrongAnswer("only up to byte 7 of 27")
  public static class WritesOnlyOnce extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      return write(channel, ByteBuffer.wrap(content), 0).thenAccept(_ -> {});
    }
  }

  /** Writes the rest of the content to the start of the file each time. */
  @WrongAnswer("position 0 again")
  public static class WritesAtPositionZeroAgain extends ChannelFutures {
    @Override
    protected CompletableFuture<Integer> write(
        AsynchronousFileChannel channel, ByteBuffer source, long position) {
      return super.write(channel, source, 0);
    }
  }
}
