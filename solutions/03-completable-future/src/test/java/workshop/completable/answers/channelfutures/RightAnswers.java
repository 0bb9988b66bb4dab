package workshop.completable.answers.channelfutures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link ChannelFutures}, each built in another way. */
final class RightAnswers {

  private RightAnswers() {}

  /**
   * No thenCompose: each handler starts the next operation, and guards against what that throws.
   */
  @RightAnswer
  public static class CallsItselfFromTheHandler extends ChannelFutures {

    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      CompletableFuture<Void> written = new CompletableFuture<>();
      try {
        writeRest(channel, ByteBuffer.wrap(content), written);
      } catch (RuntimeException e) {
        written.completeExceptionally(e);
      }
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
              written.completeExceptionally(error);
            }
          });
    }

    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      CompletableFuture<byte[]> read = new CompletableFuture<>();
      try {
        readOn(channel, new ByteArrayOutputStream(), ByteBuffer.allocate(8192), read);
      } catch (RuntimeException e) {
        read.completeExceptionally(e);
      }
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

  /** No loop: a method that calls itself. */
  @RightAnswer
  public static class CallsItselfInAStage extends ChannelFutures {
    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return CompletableFuture.completedFuture(new ByteArrayOutputStream())
          .thenCompose(all -> rest(channel, all));
    }

    private CompletableFuture<byte[]> rest(
        AsynchronousFileChannel channel, ByteArrayOutputStream all) {
      ByteBuffer chunk = ByteBuffer.allocate(16 * 1024);
      return read(channel, chunk, all.size())
          .thenCompose(count -> {
            if (count == -1) {
              return CompletableFuture.completedFuture(all.toByteArray());
            }
            all.write(chunk.array(), 0, count);
            return rest(channel, all);
          });
    }
  }

  /** Slices the content instead of trusting the position of the buffer. */
  @RightAnswer
  public static class CountsThePositionItself extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      return CompletableFuture.completedFuture(0)
          .thenCompose(start -> rest(channel, content, start));
    }

    private CompletableFuture<Void> rest(
        AsynchronousFileChannel channel, byte[] content, int done) {
      if (done == content.length) {
        return CompletableFuture.completedFuture(null);
      }
      return write(channel, ByteBuffer.wrap(content, done, content.length - done).slice(), done)
          .thenCompose(count -> rest(channel, content, done + count));
    }
  }

  /** Slices of one array, written side by side: each has a buffer and a place of its own. */
  @RightAnswer
  public static class WritesAllPartsAtOnce extends ChannelFutures {

    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      List<CompletableFuture<Void>> parts = new ArrayList<>();
      for (int at = 0; at < content.length; at += 16_384) {
        int length = Math.min(16_384, content.length - at);
        long start = at;
        parts.add(
            CompletableFuture.completedFuture(ByteBuffer.wrap(content, at, length).slice())
                .thenCompose(part -> writeRest(channel, part, start)));
      }
      return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<Void> writeRest(
        AsynchronousFileChannel channel, ByteBuffer rest, long at) {
      if (!rest.hasRemaining()) {
        return CompletableFuture.completedFuture(null);
      }
      CompletableFuture<Integer> count = new CompletableFuture<>();
      channel.write(
          rest,
          at,
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
      return count.thenCompose(written -> writeRest(channel, rest, at + written));
    }
  }

  /** Hands over at most 4 KiB at once. */
  @RightAnswer
  public static class WritesInPieces extends ChannelFutures {
    @Override
    protected CompletableFuture<Integer> write(
        AsynchronousFileChannel channel, ByteBuffer source, long position) {
      int size = Math.min(4096, source.remaining());
      return super.write(channel, source.slice(source.position(), size), position)
          .whenComplete((count, e) -> {
            if (e == null) {
              source.position(source.position() + count);
            }
          });
    }
  }
}
