package workshop.completable.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Makes a string of the bytes, and bytes of the string. */
@WrongAnswer(value = "went through a String", kind = AnswerKind.INPUT)
public class DecodesWhatItReads extends ChannelFutures {
  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return super.readFully(channel).thenApply(bytes -> new String(bytes, UTF_8).getBytes(UTF_8));
  }
}
