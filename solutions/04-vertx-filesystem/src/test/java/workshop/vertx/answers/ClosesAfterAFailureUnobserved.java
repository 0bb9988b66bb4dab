package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Waits for the closing on the good path, and on the bad one only starts it. */
@WrongAnswer(value = "had failed before the disk was done with", kind = AnswerKind.HELD_TOO_EARLY)
public class ClosesAfterAFailureUnobserved extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
    return vertx
        .fileSystem()
        .open(file.toString(), options)
        .compose(opened ->
            opened
                .write(content)
                .onFailure(error -> opened.close())
                .compose(written -> opened.close()));
  }
}
