package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.DurableFile;

/** A chain of writes. */
@RightAnswer
public class WritesInPartsEachAwaited extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true).setSync(true))
        .compose(f -> {
          Future<Void> chain = Future.succeededFuture();
          int step = Math.max(1, content.length() / 5);
          for (int i = 0; i < content.length(); i += step) {
            Buffer part = content.getBuffer(i, Math.min(i + step, content.length()));
            chain = chain.compose(v -> f.write(part));
          }
          return chain.compose(w -> f.flush()).eventually(f::close);
        });
  }
}
