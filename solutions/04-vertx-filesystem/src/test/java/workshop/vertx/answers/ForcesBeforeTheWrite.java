package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** The flush comes first. */
@WrongAnswer("???")
public class ForcesBeforeTheWrite extends DurableFile {

@Override
public Future<Void> write(Vertx vertx, Path file, Buffer content) {
return vertx.fileSystem().open(file.toString(), new OpenOptions().setTruncateExisting(true))
    .compose(f -> f.flush().compose(v -> f.write(content)).eventually(f::close));
}
}
