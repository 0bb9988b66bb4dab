package workshop.completable.answers.channelfutures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link ChannelFutures}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /**
   * Does without thenCompose: each handler starts the next operation, and catches what it throws.
   */
  @RightAnswer
  public static class CallsItselfFromTheHandler extends ChannelFutures {
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
      try {
        channel.write(
            rest,
            rest.position(),
            null,
            Loops.handler(_ -> writeRest(channel, rest, written), written::completeExceptionally));
      } catch (RuntimeException e) {
        written.completeExceptionally(e);
      }
    }
  }

  /** Reads in the same way: each handler starts the next read. */
  @RightAnswer
  public static class ReadsOnInTheHandler extends ChannelFutures {

    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      CompletableFuture<byte[]> read = new CompletableFuture<>();
      readOn(channel, new ByteArrayOutputStream(), read);
      return read;
    }

    private static void readOn(
        AsynchronousFileChannel channel,
        ByteArrayOutputStream all,
        CompletableFuture<byte[]> read) {
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      try {
        channel.read(
            chunk,
            all.size(),
            null,
            Loops.handler(
                count -> {
                  if (count == -1) {
                    read.complete(all.toByteArray());
                  } else {
                    all.write(chunk.array(), 0, count);
                    readOn(channel, all, read);
                  }
                },
                read::completeExceptionally));
      } catch (RuntimeException e) {
        read.completeExceptionally(e);
      }
    }
  }

  /** Uses a method that calls itself instead of a loop. */
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

  /** Writes slices of one array at the same time, each with a buffer and a position of its own. */
  @RightAnswer
  public static class WritesAllPartsAtOnce extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      List<CompletableFuture<Void>> parts = new ArrayList<>();
      for (int at = 0; at < content.length; at += 16_384) {
        ByteBuffer part =
            ByteBuffer.wrap(content, at, Math.min(16_384, content.length - at)).slice();
        long start = at;
        parts.add(
            CompletableFuture.completedFuture(part)
                .thenCompose(
                    _ -> Loops.drain(part, rest -> write(channel, rest, start + rest.position()))));
      }
      return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    }
  }

  /** Writes at most 4 KiB at a time. */
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
