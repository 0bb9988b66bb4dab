package workshop.vertx.answers.wholefiles;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Wrong answers to {@link WholeFiles} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Opens the file in append mode. */
  @WrongAnswer("You appended the new content")
  public static class AppendsToTheFile extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setAppend(true))
          .compose(f -> f.write(content).eventually(f::close))
          .compose(w -> vertx.fileSystem().readFile(file.toString()));
    }
  }

  /** Opens the file with the default options, which do not truncate. */
  @WrongAnswer("the old tail is still in the file")
  public static class OpensWithoutEmptying extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions())
          .compose(opened -> opened.write(content).eventually(opened::close))
          .compose(_ -> vertx.fileSystem().readFile(file.toString()));
    }
  }

  /** Converts what it read to a string and back. */
  @WrongAnswer("instead of 1,100,001; byte 1 is the first that differs")
  public static class ReadsAsText extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return super.writeThenRead(vertx, file, content).map(read -> Buffer.buffer(read.toString()));
    }
  }

  /** Reads at most one megabyte. */
  @WrongAnswer("The future completed with 1,048,576 bytes")
  public static class ReadsTheFirstMegabyte extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .writeFile(file.toString(), content)
          .compose(w -> vertx.fileSystem().open(file.toString(), new OpenOptions().setWrite(false)))
          .compose(f -> f.read(Buffer.buffer(), 0, 0, 1024 * 1024).eventually(f::close));
    }
  }

  /** Converts the content to a string and back. */
  @WrongAnswer("instead of 1,100,001; byte 1 is the first that differs")
  public static class WritesAsText extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .writeFile(file.toString(), Buffer.buffer(content.toString()))
          .compose(w -> vertx.fileSystem().readFile(file.toString()));
    }
  }

  /** Does nothing for empty content. */
  @WrongAnswer("Empty content has to replace it as well")
  public static class LeavesOutEmptyContent extends WholeFiles {
    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return content.length() == 0
          ? Future.succeededFuture(content)
          : super.writeThenRead(vertx, file, content);
    }
  }
}
