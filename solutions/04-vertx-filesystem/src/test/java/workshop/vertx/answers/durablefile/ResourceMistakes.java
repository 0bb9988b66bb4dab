package workshop.vertx.answers.durablefile;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Wrong answers to {@link DurableFile} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Closes the file in any case, and a second time after an error. */
  @WrongAnswer("One of your handlers threw java.lang.IllegalStateException: File handle is closed")
  public static class ClosesTwiceAfterAnError extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setTruncateExisting(true).setSync(true))
          .compose(opened ->
              opened.write(content).eventually(opened::close).onFailure(error -> opened.close()));
    }
  }

  /** Closes in compose(), which is skipped after a failure. */
  @WrongAnswer("Your code left a file open: order.txt")
  public static class ClosesOnlyOnSuccess extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
      return vertx
          .fileSystem()
          .open(file.toString(), options)
          .compose(opened -> opened.write(content).compose(written -> opened.close()));
    }
  }
}
