package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Answers an error of the disk itself, and hides it. */
@WrongAnswer(value = "Reply.failed closes the connection", kind = AnswerKind.PROMISE)
public class SendsItselfA500 extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    return super.send(vertx, resource, request).recover(e -> Future.succeededFuture());
  }
}
