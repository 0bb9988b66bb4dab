package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Half of the exercise: what everybody has in between. */
@WrongAnswer("java.lang.UnsupportedOperationException: TODO(04-6): send the part of the file")
public class FindsButDoesNotSendYet extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    throw new UnsupportedOperationException("TODO(04-6): send the part of the file, streamed");
  }
}
