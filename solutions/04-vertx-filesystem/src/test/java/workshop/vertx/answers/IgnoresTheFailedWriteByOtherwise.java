package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Recovers from everything, then reads. */
@WrongAnswer("???")
public class IgnoresTheFailedWriteByOtherwise extends WholeFiles {

@Override
public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
return vertx.fileSystem().writeFile(file.toString(), content).otherwiseEmpty()
    .compose(w -> vertx.fileSystem().readFile(file.toString()));
}
}
