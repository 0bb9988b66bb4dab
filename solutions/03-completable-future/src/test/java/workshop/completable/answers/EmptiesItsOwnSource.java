package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.WrongAnswer;

/** Truncates the file that it is about to read. */
@WrongAnswer("copied to itself")
public class EmptiesItsOwnSource extends StoppableCopy {
  @Override
  protected void run(Path from, Path to, CompletableFuture<Long> copied) {
    try {
      if (!copied.isDone()) {
        copied.complete(copyWhileWanted(from, to, copied));
      }
    } catch (Throwable e) {
      copied.completeExceptionally(e);
    }
  }
}
