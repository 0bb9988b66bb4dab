package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** One buffer, as large as the file. */
@WrongAnswer(value = "The source runs ahead of the target", kind = AnswerKind.RESOURCE)
public class CopiesTheWholeFileThroughMemory extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    FileSystem files = vertx.fileSystem();
    return files
        .readFile(from.toString())
        .compose(content -> files.writeFile(to.toString(), content));
  }
}
