package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Deletes what is there instead of truncating; a power failure in between leaves nothing. */
@WrongAnswer("???")
public class DeletesTheOldFile extends DurableFile {

@Override
public Future<Void> write(Vertx vertx, Path file, Buffer content) {
return vertx.executeBlocking(() -> Files.deleteIfExists(file))
    .compose(d -> super.write(vertx, file, content));
}
}
