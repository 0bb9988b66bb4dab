package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WholeFiles;

/** The same composition in the words of java.util.concurrent. */
@RightAnswer
public class UsesACompletionStage extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return Future.fromCompletionStage(
        vertx
            .fileSystem()
            .writeFile(file.toString(), content)
            .toCompletionStage()
            .thenCompose(
                written -> vertx.fileSystem().readFile(file.toString()).toCompletionStage()));
  }
}
