package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Another pool, in no order. */
@WrongAnswer("???")
public class AppendsThroughASingleUnorderedPool extends GoldenRule {

@Override
public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
vertx.createSharedWorkerExecutor("ledger", 4);
return vertx.createSharedWorkerExecutor("ledger", 4).executeBlocking(() -> { append(ledger, line); return null; }, false).mapEmpty();
}
}
