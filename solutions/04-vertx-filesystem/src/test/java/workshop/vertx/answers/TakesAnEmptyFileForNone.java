package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** An empty file is taken for none. */
@WrongAnswer(
    value = "GET /empty.txt should have been answered with the status 200 and got 404",
    kind = AnswerKind.INPUT)
public class TakesAnEmptyFileForNone extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return super.find(vertx, root, requestPath)
        .compose(r ->
            r.size() == 0
                ? Future.failedFuture(new NoSuchFileException(requestPath))
                : Future.succeededFuture(r));
  }
}
