package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Says so before it is. */
@WrongAnswer("???")
public class ReportsSuccessFirst extends GoldenRule {

@Override
public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
super.appendLine(vertx, ledger, line);
return Future.succeededFuture();
}
}
