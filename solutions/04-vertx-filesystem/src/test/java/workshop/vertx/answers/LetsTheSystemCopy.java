package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** The best way to copy a file, and nothing to learn from it. */
@WrongAnswer("FileSystem.copy()")
public class LetsTheSystemCopy extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    return vertx
        .fileSystem()
        .deleteRecursive(to.toString())
        .compose(gone -> vertx.fileSystem().copy(from.toString(), to.toString()));
  }
}
