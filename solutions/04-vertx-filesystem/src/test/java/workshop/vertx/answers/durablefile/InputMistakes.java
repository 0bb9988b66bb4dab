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

/** Wrong answers to {@link DurableFile} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Refuses to replace an existing file. */
  @WrongAnswer("the call refuses to replace it")
  public static class CreatesNew extends DurableFile {

    @Override
    protected OpenOptions options() {
      return super.options().setCreateNew(true);
    }
  }

  /** Relies on sync, which does nothing if there is no write. */
  @WrongAnswer("the empty file was never forced")
  public static class DoesNotForceAnEmptyFile extends DurableFile {

    @Override
    protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
      return file.write(content);
    }
  }

  /** Opens with the default options, which do not truncate. */
  @WrongAnswer("the old tail is still in the file")
  public static class KeepsTheOldTail extends DurableFile {

    @Override
    protected OpenOptions options() {
      return new OpenOptions().setSync(true);
    }
  }

  /** Truncates the file before it exists. */
  @WrongAnswer("stack trace has no line of your code")
  public static class TruncatesAMissingFile extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .truncate(file.toString(), 0)
          .compose(empty -> super.write(vertx, file, content));
    }
  }

  /** Converts the bytes to a string and back. */
  @WrongAnswer("instead of 1,100,001; byte 1 is the first that differs")
  public static class WritesAsString extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return super.write(vertx, file, Buffer.buffer(content.toString()));
    }
  }

  /** Writes at most one megabyte. */
  @WrongAnswer("The file holds 1,048,576 bytes")
  public static class WritesTheFirstPart extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return super.write(vertx, file, content.slice(0, Math.min(content.length(), 1 << 20)));
    }
  }

  /** Does nothing for empty content. */
  @WrongAnswer("your code never opened order.txt for writing")
  public static class LeavesOutEmptyContent extends DurableFile {
    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return content.length() == 0 ? Future.succeededFuture() : super.write(vertx, file, content);
    }
  }

  /** Appends to the old content. */
  @WrongAnswer("You appended the new content")
  public static class Appends extends DurableFile {
    @Override
    protected OpenOptions options() {
      return new OpenOptions().setAppend(true).setSync(true);
    }
  }
}
