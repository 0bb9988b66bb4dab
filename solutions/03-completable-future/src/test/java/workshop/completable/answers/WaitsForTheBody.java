package workshop.completable.answers;

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

/** A plain try-with-resources, and one thread of the executor that waits for another one. */
@WrongAnswer(value = "do not wait inside a stage", kind = AnswerKind.CALLER)
public class WaitsForTheBody extends FailurePaths {

  @Override
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (AsynchronousFileChannel channel = open(file, options, executor)) {
            return await(body.apply(channel));
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
