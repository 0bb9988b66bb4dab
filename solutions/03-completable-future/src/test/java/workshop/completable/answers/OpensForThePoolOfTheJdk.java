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

/** Opens on the executor, and the channel does what it is asked for on threads of the JDK. */
@WrongAnswer(value = "which is not the executor that was given", kind = AnswerKind.CALLER)
public class OpensForThePoolOfTheJdk extends FailurePaths {

  @Override
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return CompletableFuture.supplyAsync(() -> open(file, options, null), executor)
        .thenCompose(channel ->
            body.apply(channel)
                .whenComplete((result, failure) -> {
                  try {
                    channel.close();
                  } catch (IOException e) {
                    throw new CompletionException(e);
                  }
                }));
  }
}
