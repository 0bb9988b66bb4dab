package workshop.vertx.answers.durablefile;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Wrong answers to {@link DurableFile} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Replaces the error of the disk with one that does not give the reason. */
  @WrongAnswer("The disk was full, but the future failed with")
  public static class ReplacesTheError extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return super.write(vertx, file, content)
          .recover(e -> Future.failedFuture(new IOException("Could not write " + file)));
    }
  }

  /** Closes with compose() after a failure as well, so that an error of the close wins. */
  @WrongAnswer("A later error replaced the first one")
  public static class FailsWithTheErrorOfTheClose extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), options())
          .compose(opened ->
              writeDurably(opened, content)
                  .compose(
                      written -> opened.close(),
                      e -> opened.close().compose(closed -> Future.failedFuture(e))));
    }
  }
}
