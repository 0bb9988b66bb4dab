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

/** Reports the first failure only. */
@WrongAnswer(value = "vanished without a trace", kind = AnswerKind.PROMISE)
public class ForgetsTheSecondFailure extends FailurePaths {

  @Override
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return CompletableFuture.supplyAsync(
            () -> {
              AsynchronousFileChannel channel = open(file, options, executor);
              CompletableFuture<R> outcome;
              try {
                outcome = body.apply(channel);
              } catch (Throwable e) {
                outcome = CompletableFuture.failedFuture(e);
              }
              return outcome.whenComplete((result, failure) -> {
                try {
                  channel.close();
                } catch (IOException e) {
                  if (failure == null) {
                    throw new CompletionException(e);
                  }
                }
              });
            },
            executor)
        .thenCompose(outcome -> outcome);
  }
}
