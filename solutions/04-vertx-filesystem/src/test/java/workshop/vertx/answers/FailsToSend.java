package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Any error of its own: it has to be shown, with its line. */
@WrongAnswer(
    "GET /photo.jpg was answered with 500, because of java.lang.IllegalStateException: boom"
        + " at FailsToSend.java:19")
public class FailsToSend extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    return Future.succeededFuture(resource)
        .compose(found -> Future.failedFuture(new IllegalStateException("boom")));
  }
}
