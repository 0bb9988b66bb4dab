package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** The future of the writing, while the closing goes on unobserved. */
@WrongAnswer(value = "Success is reported before it is certain", kind = AnswerKind.HELD_TOO_EARLY)
public class ReportsBeforeItIsClosed extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
    return vertx
        .fileSystem()
        .open(file.toString(), options)
        .compose(opened -> opened.write(content).onComplete(written -> opened.close()));
  }
}
