package workshop.completable.answers.channelfutures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChannelFutures} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Its handler ignores failures. */
  @WrongAnswer("no thread is left that could complete it")
  public static class ForgetsFailed extends ChannelFutures {

    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      CompletableFuture<Void> written = new CompletableFuture<>();
      writeRest(channel, ByteBuffer.wrap(content), written);
      return written;
    }

    private static void writeRest(
        AsynchronousFileChannel channel, ByteBuffer rest, CompletableFuture<Void> written) {
      if (!rest.hasRemaining()) {
        written.complete(null);
        return;
      }
      channel.write(
          rest,
          rest.position(),
          null,
          new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer count, Void nothing) {
              try {
                writeRest(channel, rest, written);
              } catch (RuntimeException e) {
                written.completeExceptionally(e);
              }
            }

            @Override
            public void failed(Throwable error, Void nothing) {
              // "cannot happen"
            }
          });
    }
  }

  /** The object remembers the position, and a second call starts there. */
  @WrongAnswer("One object read two files")
  public static class KeepsItsPositionInAField extends ChannelFutures {
    private long position;

    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return rest(channel, new ByteArrayOutputStream());
    }

    private CompletableFuture<byte[]> rest(
        AsynchronousFileChannel channel, ByteArrayOutputStream all) {
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      return read(channel, chunk, position)
          .thenCompose(count -> {
            if (count == -1) {
              return CompletableFuture.completedFuture(all.toByteArray());
            }
            position += count;
            all.write(chunk.array(), 0, count);
            return rest(channel, all);
          });
    }
  }

  /** Starts the next operation in the handler, where a refusal is lost. */
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
      if (!rest.hasRemaining()) {
        written.complete(null);
        return;
      }
      channel.write(
          rest,
          rest.position(),
          null,
          new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer count, Void nothing) {
              writeRest(channel, rest, written);
            }

            @Override
            public void failed(Throwable error, Void nothing) {
              written.completeExceptionally(error);
            }
          });
    }
  }

  /** All reads use one static buffer. */
  @WrongAnswer("buffer")
  public static class SharesOneBuffer extends ChannelFutures {
    private static final ByteBuffer CHUNK = ByteBuffer.allocate(8192);

    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return rest(channel, new ByteArrayOutputStream());
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

  /** A refusal of the first operation is thrown at the caller. */
  @WrongAnswer("threw to its caller")
  public static class ThrowsAtTheCaller extends ChannelFutures {

    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      return writeRest(channel, ByteBuffer.wrap(content));
    }

    private static CompletableFuture<Void> writeRest(
        AsynchronousFileChannel channel, ByteBuffer rest) {
      if (!rest.hasRemaining()) {
        return CompletableFuture.completedFuture(null);
      }
      CompletableFuture<Integer> count = new CompletableFuture<>();
      channel.write(
          rest,
          rest.position(),
          count,
          new CompletionHandler<Integer, CompletableFuture<Integer>>() {
            @Override
            public void completed(Integer written, CompletableFuture<Integer> future) {
              future.complete(written);
            }

            @Override
            public void failed(Throwable error, CompletableFuture<Integer> future) {
              future.completeExceptionally(error);
            }
          });
      return count.thenCompose(written -> writeRest(channel, rest));
    }
  }

  /** Puts the error into an exception of its own. */
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
