package workshop.completable.answers;

import java.io.EOFException;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Takes an end of file without a byte for an error. */
@WrongAnswer(value = "empty", kind = AnswerKind.INPUT)
public class FailsAtAnEmptyFile extends ChannelFutures {
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
