package workshop.vertx.answers.durablefile;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import java.util.concurrent.TimeUnit;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Wrong answers to {@link DurableFile} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Gives up after a minute, although the disk is only slow. */
  @WrongAnswer("Your code set a timer")
  public static class GivesUpAfterAMinute extends DurableFile {

    @Override
    protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
      return super.writeDurably(file, content).timeout(1, TimeUnit.MINUTES);
    }
  }
}
