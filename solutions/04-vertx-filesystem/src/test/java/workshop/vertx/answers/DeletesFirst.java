package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Deletes the file first, and fails if there is none. */
@WrongAnswer("???")
public class DeletesFirst extends WholeFiles {

@Override
public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
return vertx.fileSystem().delete(file.toString())
    .compose(d -> super.writeThenRead(vertx, file, content));
}
}
