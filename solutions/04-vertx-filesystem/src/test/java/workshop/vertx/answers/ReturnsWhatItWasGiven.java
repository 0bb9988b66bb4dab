package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** The content on its way in is not what the file holds. */
@WrongAnswer("was never asked for the READ")
public class ReturnsWhatItWasGiven extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return vertx.fileSystem().writeFile(file.toString(), content).map(content);
  }
}
