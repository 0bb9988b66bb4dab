package workshop.completable.answers.channelfutures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChannelFutures} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Converts the bytes to a String and back. */
  @WrongAnswer("went through a String")
  public static class DecodesWhatItReads extends ChannelFutures {
    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return super.readFully(channel).thenApply(bytes -> new String(bytes, UTF_8).getBytes(UTF_8));
    }
  }

  /** Treats an empty file as an error. */
  @WrongAnswer("empty")
  public static class FailsAtAnEmptyFile extends ChannelFutures {
    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return super.readFully(channel)
          .thenApply(bytes -> {
            if (bytes.length == 0) {
              throw new CompletionException(new EOFException("nothing to read"));
            }
            return bytes;
          });
    }
  }

  /** Reads until a buffer of one mebibyte is full. */
  @WrongAnswer("mistakes a part of the file for the whole")
  public static class FillsOneBufferOnly extends ChannelFutures {
    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return Loops.fill(ByteBuffer.allocate(1 << 20), all -> read(channel, all, all.position()));
    }
  }

  /** Asks for the size first and reads that many bytes. */
  @WrongAnswer("the file grew")
  public static class TakesTheSizeForTheEnd extends ChannelFutures {
    @Override
    public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
      return CompletableFuture.supplyAsync(() -> ByteBuffer.allocate(sizeOf(channel)))
          .thenCompose(all -> Loops.fill(all, rest -> read(channel, rest, rest.position())));
    }

    private static int sizeOf(AsynchronousFileChannel channel) {
      try {
        return (int) channel.size();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Completes from the handler only, which is not called for empty content. */
  @WrongAnswer("of no bytes is not complete")
  public static class NeverCompletesForEmptyContent extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      return content.length == 0 ? new CompletableFuture<>() : super.writeFully(channel, content);
    }
  }
}
