package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** The stream is right, and the event loop stands in the opening of each file. */
@WrongAnswer(value = "You blocked the event loop", kind = AnswerKind.CALLER)
public class OpensWithTheBlockingTwin extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    if (reply.length() == 0) {
      return response.end();
    }
    AsyncFile file =
        vertx
            .fileSystem()
            .openBlocking(
                resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false));
    file.setReadPos(reply.first()).setReadLength(reply.length());
    return file.pipeTo(response).eventually(file::close);
  }
}
