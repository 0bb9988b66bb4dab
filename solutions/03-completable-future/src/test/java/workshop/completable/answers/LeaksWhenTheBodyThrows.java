package workshop.completable.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** What throws before it returns a future passes by whenComplete. */
@WrongAnswer(value = "Left open", kind = AnswerKind.RESOURCE)
public class LeaksWhenTheBodyThrows extends FailurePaths {

  @Override
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return CompletableFuture.supplyAsync(
            () -> {
              AsynchronousFileChannel channel = open(file, options, executor);
              return body.apply(channel).whenComplete((result, failure) -> close(channel));
            },
            executor)
        .thenCompose(outcome -> outcome);
  }

  private static void close(AsynchronousFileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
