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

/** Attaches the close to the future of the body; a body that throws at once returns none. */
@WrongAnswer(value = "Left open", kind = AnswerKind.RESOURCE)
public class ClosesOnlyWhatTheBodyReturned extends FailurePaths {
  @Override
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return CompletableFuture.supplyAsync(() -> open(file, options, executor), executor)
        .thenCompose(channel -> body.apply(channel).whenComplete((result, e) -> close(channel)));
  }

  private static void close(AsynchronousFileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
