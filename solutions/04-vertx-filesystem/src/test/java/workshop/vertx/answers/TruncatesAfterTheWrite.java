package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Writes in place, then cuts the file to its length, after it was forced. */
@WrongAnswer(value = "the old tail is still in the file", kind = AnswerKind.ORDER)
public class TruncatesAfterTheWrite extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setSync(true))
        .compose(f -> f.write(content).eventually(f::close))
        .compose(w -> vertx.fileSystem().truncate(file.toString(), content.length()));
  }
}
