package workshop.vertx.answers.durablefile;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/**
 * Wrong answers to {@link DurableFile} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Opens the file with the blocking method. */
  @WrongAnswer("you blocked the event loop")
  public static class OpensOnTheLoop extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
      AsyncFile opened = vertx.fileSystem().openBlocking(file.toString(), options);
      return opened.write(content).eventually(opened::close);
    }
  }
}
