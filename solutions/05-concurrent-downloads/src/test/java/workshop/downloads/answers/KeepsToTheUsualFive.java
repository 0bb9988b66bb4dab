package workshop.downloads.answers;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.WrongAnswer;

/** A client as it comes: five requests to one server, and the sixth waits. */
@WrongAnswer("At most 5 requests were in flight at a time; 8 could have been")
public class KeepsToTheUsualFive extends Streaming {

  @Override
  public HttpClient client(Vertx vertx, int connections) {
    return vertx.createHttpClient();
  }
}
