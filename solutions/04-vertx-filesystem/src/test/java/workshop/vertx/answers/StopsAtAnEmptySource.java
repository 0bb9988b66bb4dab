package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Nothing to pipe, so nothing is opened. */
@WrongAnswer(value = "The target holds 14 bytes, where 0 were expected", kind = AnswerKind.INPUT)
public class StopsAtAnEmptySource extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    return vertx
        .fileSystem()
        .props(from.toString())
        .compose(p -> p.size() == 0 ? Future.succeededFuture() : super.copy(vertx, from, to, mark));
  }
}
