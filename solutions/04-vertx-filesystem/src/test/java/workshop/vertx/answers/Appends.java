package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** The old content stays in front. */
@WrongAnswer("???")
public class Appends extends DurableFile {

@Override
public Future<Void> write(Vertx vertx, Path file, Buffer content) {
return vertx.fileSystem().open(file.toString(), new OpenOptions().setAppend(true).setSync(true))
    .compose(f -> f.write(content).eventually(f::close));
}
}
