package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Opens both files, and only then asks whether the copy is wanted. */
@WrongAnswer(value = "open", kind = AnswerKind.HELD_TOO_EARLY)
public class OpensBeforeItAsks extends StoppableCopy {
  @Override
  protected void run(Path from, Path to, CompletableFuture<Long> copied) {
    try {
      copied.complete(copyWhileWanted(from, to, copied));
    } catch (Throwable e) {
      copied.completeExceptionally(e);
    }
  }
}
