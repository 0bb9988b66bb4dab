package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Looks for a failure only, and not for a cancel. */
@WrongAnswer(value = "cancel", kind = AnswerKind.PROMISE)
public class GoesOnWhenCanceled extends ManyFiles {
  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    CompletableFuture<List<byte[]>> told = new CompletableFuture<>();
    super.readAll(files, limit, executor)
        .whenComplete((all, e) -> {
          if (e == null) {
            told.complete(all);
          } else {
            told.completeExceptionally(e);
          }
        });
    return told;
  }
}
