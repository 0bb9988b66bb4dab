package workshop.completable.answers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The variant of read that returns a Future, and get: asynchronous in name only. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class WaitsForTheChannel extends ChannelFutures {

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
