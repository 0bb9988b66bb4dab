package workshop.completable.answers.manyfiles;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ManyFiles} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Uses one lane more than the limit allows. */
  @WrongAnswer("the limit is 3")
  public static class AllowsOneTooMany extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return super.readAll(files, limit + 1, executor);
    }
  }

  /** Reads as many files at the same time as the executor has threads. */
  @WrongAnswer("An executor with many threads does not know your limit")
  public static class IgnoresTheLimit extends ManyFiles {

    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return super.readAll(files, Math.max(limit, files.size()), executor);
    }
  }
}
