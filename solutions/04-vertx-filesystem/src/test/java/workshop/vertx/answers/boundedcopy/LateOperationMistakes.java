package workshop.vertx.answers.boundedcopy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Wrong answers to {@link BoundedCopy} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Starts to close the source and does not wait for that. */
  @WrongAnswer("Success is reported before it is certain: the other file is still open")
  public static class ClosesTheSourceUnobserved extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      return check(vertx, from, to)
          .compose(checked ->
              vertx
                  .fileSystem()
                  .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false)))
          .compose(source ->
              vertx
                  .fileSystem()
                  .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                  .compose(target -> pipe(source, target, mark))
                  .onComplete(done -> source.close()));
    }
  }
}
