package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The lanes look at one future, and who cancels has got another. */
@WrongAnswer(value = "the future that you returned", kind = AnswerKind.PROMISE)
public class ReturnsACopyOfTheFuture extends ManyFiles {
  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return super.readAll(files, limit, executor).thenApply(all -> all);
  }
}
