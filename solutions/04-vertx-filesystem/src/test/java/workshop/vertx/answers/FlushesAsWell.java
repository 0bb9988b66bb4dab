package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.DurableFile;

/** Says it twice, and closes by hand in both cases. */
@RightAnswer
public class FlushesAsWell extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
    return vertx
        .fileSystem()
        .open(file.toString(), options)
        .compose(opened ->
            opened
                .write(content)
                .compose(written -> opened.flush())
                .transform(ended ->
                    opened
                        .close()
                        .compose(closed ->
                            ended.succeeded()
                                ? Future.<Void>succeededFuture()
                                : Future.failedFuture(ended.cause()))));
  }
}
