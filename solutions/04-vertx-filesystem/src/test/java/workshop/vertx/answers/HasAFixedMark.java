package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Forgets the parameter. */
@WrongAnswer(value = "the mark is at 20,001", kind = AnswerKind.INPUT)
public class HasAFixedMark extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    return super.copy(vertx, from, to, 64 * 1024);
  }
}
