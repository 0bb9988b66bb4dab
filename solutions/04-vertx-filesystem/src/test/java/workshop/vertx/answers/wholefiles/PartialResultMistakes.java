package workshop.vertx.answers.wholefiles;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Wrong answers to {@link WholeFiles} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Reads the file even if the write failed. */
  @WrongAnswer("it had to fail")
  public static class ReadsWhatAFailedWriteLeft extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .writeFile(file.toString(), content)
          .otherwiseEmpty()
          .compose(written -> vertx.fileSystem().readFile(file.toString()));
    }
  }

  /** Takes it for granted that a file is empty after an empty write. */
  @WrongAnswer("your code did not read the file")
  public static class DoesNotReadAnEmptyFile extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return content.length() > 0
          ? super.writeThenRead(vertx, file, content)
          : vertx.fileSystem().writeFile(file.toString(), content).map(content);
    }
  }

  /** Writes again after a failed write. */
  @WrongAnswer("your code wrote the same bytes again")
  public static class WritesAgainAfterAnError extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return super.writeThenRead(vertx, file, content)
          .recover(_ -> super.writeThenRead(vertx, file, content));
    }
  }

  /** Returns an empty buffer if a step fails. */
  @WrongAnswer("it had to fail")
  public static class ReturnsAnEmptyBufferOnError extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return super.writeThenRead(vertx, file, content).otherwise(Buffer.buffer());
    }
  }
}
