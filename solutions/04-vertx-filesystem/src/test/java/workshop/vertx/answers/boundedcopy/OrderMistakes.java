package workshop.vertx.answers.boundedcopy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Wrong answers to {@link BoundedCopy}: two steps are in the wrong order, or in none. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Empties the target before it knows that there is a source. */
  @WrongAnswer("your code emptied the target")
  public static class OpensTheTargetFirst extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      FileSystem fs = vertx.fileSystem();
      return fs.open(to.toString(), new OpenOptions().setTruncateExisting(true))
          .compose(t ->
              fs.open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
                  .compose(s -> {
                    s.setReadBufferSize(mark / 4);
                    t.setWriteQueueMaxSize(mark / 2);
                    return s.pipeTo(t).eventually(s::close);
                  })
                  .recover(e -> t.close().transform(x -> Future.failedFuture(e))));
    }
  }
}
