package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Only a file that is there can be cut off. */
@WrongAnswer(value = "No line of yours is in its stack", kind = AnswerKind.INPUT)
public class TruncatesWhatIsNotThere extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .truncate(file.toString(), 0)
        .compose(empty -> super.write(vertx, file, content));
  }
}
