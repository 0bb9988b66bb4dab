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

/** Wrong answers to {@link ChannelFutures}: they take a part, or nothing, for success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** A failure completes the future with no bytes. */
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
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      CompletableFuture<byte[]> read = new CompletableFuture<>();
      readOn(channel, new ByteArrayOutputStream(), ByteBuffer.allocate(8192), read);
      return read;
    }

    private static void readOn(
        AsynchronousFileChannel channel,
        ByteArrayOutputStream all,
        ByteBuffer chunk,
        CompletableFuture<byte[]> read) {
      channel.read(
          chunk,
          0,
          null,
          new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer count, Void nothing) {
              try {
                if (count == -1) {
                  read.complete(all.toByteArray());
                  return;
                }
                all.write(chunk.array(), 0, count);
                readOn(channel, all, chunk.clear(), read);
              } catch (RuntimeException e) {
                read.completeExceptionally(e);
              }
            }

            @Override
            public void failed(Throwable error, Void nothing) {
              read.completeExceptionally(error);
            }
          });
    }
  }

  /** A read that did not fill the buffer is taken for the last one. */
  @WrongAnswer("each read returned at most 5 bytes")
  public static class TakesAShortReadForTheEnd extends ChannelFutures {

    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      CompletableFuture<byte[]> read = new CompletableFuture<>();
      readOn(channel, new ByteArrayOutputStream(), ByteBuffer.allocate(8192), read);
      return read;
    }

    private static void readOn(
        AsynchronousFileChannel channel,
        ByteArrayOutputStream all,
        ByteBuffer chunk,
        CompletableFuture<byte[]> read) {
      channel.read(
          chunk,
          all.size(),
          null,
          new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer count, Void nothing) {
              try {
                if (count < chunk.capacity()) {
                  all.write(chunk.array(), 0, Math.max(count, 0));
                  read.complete(all.toByteArray());
                  return;
                }
                all.write(chunk.array(), 0, count);
                readOn(channel, all, chunk.clear(), read);
              } catch (RuntimeException e) {
                read.completeExceptionally(e);
              }
            }

            @Override
            public void failed(Throwable error, Void nothing) {
              read.completeExceptionally(error);
            }
          });
    }
  }

  /** Takes the last count for the position. */
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

  /** One write is taken for all of them. */
  @WrongAnswer("only up to byte 7 of 27")
  public static class WritesOnlyOnce extends ChannelFutures {

    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      CompletableFuture<Void> written = new CompletableFuture<>();
      channel.write(
          ByteBuffer.wrap(content),
          0,
          null,
          new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer count, Void nothing) {
              written.complete(null);
            }

            @Override
            public void failed(Throwable error, Void nothing) {
              written.completeExceptionally(error);
            }
          });
      return written;
    }
  }

  /** Writes every rest to the start of the file. */
  @WrongAnswer("position 0 again")
  public static class WritesAtPositionZeroAgain extends ChannelFutures {

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
          0,
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
              written.completeExceptionally(error);
            }
          });
    }
  }
}
