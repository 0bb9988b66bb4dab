package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** One buffer for each guest, as large as the file. */
@WrongAnswer(value = "a file that is read as a whole is one chunk", kind = AnswerKind.RESOURCE)
public class ReadsTheWholeFile extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    if (reply.length() == 0) {
      return response.end();
    }
    return vertx
        .fileSystem()
        .readFile(resource.file().toString())
        .compose(all ->
            response.end(
                all.getBuffer((int) reply.first(), (int) (reply.first() + reply.length()))));
  }
}
