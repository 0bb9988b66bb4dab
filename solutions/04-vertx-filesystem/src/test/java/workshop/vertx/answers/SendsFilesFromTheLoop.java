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

/** sendFile(String) is convenient: it opens the file, and sends it, on the event loop. */
@WrongAnswer(value = "You blocked the event loop", kind = AnswerKind.CALLER)
public class SendsFilesFromTheLoop extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    if (reply.length() == 0) {
      return response.end();
    }
    return response.sendFile(resource.file().toString(), reply.first(), reply.length());
  }
}
