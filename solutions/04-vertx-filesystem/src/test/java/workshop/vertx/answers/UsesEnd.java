package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.DurableFile;

/** end() is close() by another name. */
@RightAnswer
public class UsesEnd extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true).setSync(true))
        .compose(f ->
            f.write(content)
                .compose(w -> f.flush())
                .transform(r ->
                    f.end()
                        .transform(e ->
                            r.succeeded()
                                ? e.succeeded()
                                    ? Future.<Void>succeededFuture()
                                    : Future.<Void>failedFuture(e.cause())
                                : Future.<Void>failedFuture(r.cause()))));
  }
}
