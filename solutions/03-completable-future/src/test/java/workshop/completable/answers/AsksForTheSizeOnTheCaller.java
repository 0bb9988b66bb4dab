package workshop.completable.answers;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The size is on the disk, too, and there is no call-back for it. */
@WrongAnswer(value = "SIZE of order.txt ran on", kind = AnswerKind.CALLER)
public class AsksForTheSizeOnTheCaller extends ChannelFutures {

  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    try {
      return channel.size() == 0
          ? CompletableFuture.completedFuture(new byte[0])
          : super.readFully(channel);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
