package workshop.completable.answers;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Careful with the body; but the stage that begins it is the one that a caller may cancel. */
@WrongAnswer(value = "canceled while the disk opened menu.txt", kind = AnswerKind.RESOURCE)
public class StartsTheBodyOneStageLater extends FailurePaths {

  @Override
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return CompletableFuture.supplyAsync(() -> open(file, options, executor), executor)
        .thenCompose(channel ->
            CompletableFuture.completedFuture(channel)
                .thenCompose(body)
                .whenComplete((result, failure) -> shut(channel, failure)));
  }

  private static void shut(AsynchronousFileChannel channel, Throwable failure) {
    try {
      channel.close();
    } catch (IOException e) {
      if (failure == null) {
        throw new CompletionException(e);
      }
      Throwable first = failure.getCause() == null ? failure : failure.getCause();
      first.addSuppressed(e);
    }
  }
}
