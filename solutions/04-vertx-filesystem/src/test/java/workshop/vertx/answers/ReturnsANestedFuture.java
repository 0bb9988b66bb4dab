package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Starts the read in a map, and gives back the content before that read is done. */
@WrongAnswer(
    value = "was complete while the disk still held the READ",
    kind = AnswerKind.HELD_TOO_EARLY)
public class ReturnsANestedFuture extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .writeFile(file.toString(), content)
        .map(w -> {
          vertx.fileSystem().readFile(file.toString());
          return content;
        });
  }
}
