package workshop.completable.answers.channelfutures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChannelFutures} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Ignores failures: the future of a failed operation is never completed. */
  @WrongAnswer("no thread is left that could complete it")
  public static class ForgetsFailed extends ChannelFutures {
    @Override
    protected CompletableFuture<Integer> write(
        AsynchronousFileChannel channel, ByteBuffer source, long position) {
      return super.write(channel, source, position)
          .exceptionallyCompose(_ -> new CompletableFuture<>());
    }
  }

  /** Remembers the position in the object, so a second call starts there. */
  @WrongAnswer("One object read two files")
  public static class KeepsItsPositionInAField extends ChannelFutures {
    private long position;

    @Override
    protected CompletableFuture<Integer> read(
        AsynchronousFileChannel channel, ByteBuffer target, long position) {
      return super.read(channel, target, this.position)
          .whenComplete((count, _) -> this.position += count == null ? 0 : Math.max(count, 0));
    }
  }

  /** Keeps the position in a field and resets it in each call, even while another call reads. */
  @WrongAnswer("One object read two files")
  public static class ResetsItsPosition extends ChannelFutures {
    private final KeepsItsPositionInAField reading = new KeepsItsPositionInAField();

    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      reading.position = 0;
      return reading.readFully(channel);
    }
  }

  /** Starts the next operation in the handler, where a rejection is lost. */
  @WrongAnswer("RejectedExecutionException")
  public static class LosesWhatTheHandlerThrows extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      CompletableFuture<Void> written = new CompletableFuture<>();
      writeRest(channel, ByteBuffer.wrap(content), written);
      return written;
    }

    private static void writeRest(
        AsynchronousFileChannel channel, ByteBuffer rest, CompletableFuture<Void> written) {
      if (rest.hasRemaining()) {
        channel.write(
            rest,
            rest.position(),
            null,
            Loops.handler(_ -> writeRest(channel, rest, written), written::completeExceptionally));
      } else {
        written.complete(null);
      }
    }
  }

  /** Uses one static buffer for all reads. */
  @WrongAnswer("both reads had the same buffer")
  public static class SharesOneBuffer extends ChannelFutures {
    private static final ByteBuffer CHUNK = ByteBuffer.allocate(8192);

    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return CompletableFuture.completedFuture(new ByteArrayOutputStream())
          .thenCompose(all -> rest(channel, all));
    }

    private CompletableFuture<byte[]> rest(
        AsynchronousFileChannel channel, ByteArrayOutputStream all) {
      return read(channel, CHUNK.clear(), all.size())
          .thenCompose(count -> {
            if (count == -1) {
              return CompletableFuture.completedFuture(all.toByteArray());
            }
            all.write(CHUNK.array(), 0, count);
            return rest(channel, all);
          });
    }
  }

  /** Throws a rejection of the first operation to the caller. */
  @WrongAnswer("threw an exception instead of failing the future")
  public static class ThrowsAtTheCaller extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      return Loops.drain(ByteBuffer.wrap(content), rest -> write(channel, rest, rest.position()));
    }
  }

  /** Wraps the error in an exception of its own. */
  @WrongAnswer("the future failed with a different object: java.lang.IllegalStateException")
  public static class WrapsTheErrorOfTheDisk extends ChannelFutures {
    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return super.readFully(channel)
          .exceptionallyCompose(
              e -> CompletableFuture.failedFuture(new IllegalStateException("cannot read", e)));
    }
  }
}
