package workshop.completable.answers.manyfiles;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ManyFiles}: they stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Gives up on a slow file after some seconds. */
  @WrongAnswer("waits with a time limit: it has set a timer")
  public static class GivesUpOnASlowFile extends ManyFiles {
    @Override
    public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
      return super.readAll(files, limit, executor).orTimeout(10, SECONDS);
    }
  }
}
