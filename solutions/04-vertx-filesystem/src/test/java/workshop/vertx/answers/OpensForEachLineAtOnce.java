package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Each line through an AsyncFile of its own, in no order. */
@WrongAnswer("???")
public class OpensForEachLineAtOnce extends GoldenRule {

@Override
public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
return vertx.fileSystem().open(ledger.toString(), new OpenOptions().setAppend(true))
    .compose(f -> f.write(Buffer.buffer(line + "\n")).eventually(f::close));
}
}
