package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** A lock instead of an order. */
@WrongAnswer("???")
public class AppendsInOneLock extends GoldenRule {

@Override
public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
return vertx.executeBlocking(() -> { synchronized (this) { append(ledger, line); } return null; }, false).mapEmpty();
}
}
