package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** Sends the bytes without Reply's head. */
@WrongAnswer(value = "The header field Content-Type is missing", kind = AnswerKind.WORDS)
public class AnnouncesNothing extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response =
        request.response().putHeader("Content-Length", "" + reply.length());
    if (reply.length() == 0) {
      return response.end();
    }
    return vertx
        .fileSystem()
        .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(f ->
            f.setReadPos(reply.first())
                .setReadLength(reply.length())
                .pipeTo(response)
                .eventually(f::close));
  }
}
