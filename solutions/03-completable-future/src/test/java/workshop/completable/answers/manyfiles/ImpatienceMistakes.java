package workshop.completable.answers.manyfiles;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ManyFiles} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Gives up on a slow disk. */
  @WrongAnswer("readAll(...) has set a timer")
  public static class GivesUpOnAllFiles extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return super.readAll(files, limit, executor).orTimeout(10, MINUTES);
    }
  }

  /** Gives up on a slow disk, and completes with an empty list. */
  @WrongAnswer("tryAll(...) has set a timer")
  public static class CompletesWithNothingInTheEnd extends ManyFiles {
    @Override
    public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
      return super.tryAll(files, limit, executor).completeOnTimeout(List.of(), 10, MINUTES);
    }
  }
}
