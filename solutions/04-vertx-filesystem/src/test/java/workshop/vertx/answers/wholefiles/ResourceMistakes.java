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

/** Wrong answers to {@link WholeFiles} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Opens the file for reading and never closes it. */
  @WrongAnswer("Your code left a file open: menu.txt")
  public static class LeavesTheFileOpen extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .writeFile(file.toString(), content)
          .compose(w -> vertx.fileSystem().open(file.toString(), new OpenOptions().setWrite(false)))
          .compose(f -> f.size().compose(n -> f.read(Buffer.buffer(), 0, 0, n.intValue())));
    }
  }
}
