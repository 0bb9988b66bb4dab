package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Opens to append, and forgets the end of the line. */
@WrongAnswer("???")
public class AppendsWithoutNewline extends GoldenRule {

@Override
public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
return vertx.fileSystem().open(ledger.toString(), new OpenOptions().setAppend(true))
    .compose(f -> f.write(Buffer.buffer(line)).eventually(f::close));
}
}
