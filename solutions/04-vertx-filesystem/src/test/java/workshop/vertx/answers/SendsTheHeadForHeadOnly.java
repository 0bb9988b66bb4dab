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

/** Opens the file for a not-modified answer. */
@WrongAnswer(value = "the disk was asked to open", kind = AnswerKind.RESOURCE)
public class SendsTheHeadForHeadOnly extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    if (request.method().name().equals("HEAD")) {
      return Reply.to(request, resource).announce(request.response()).end();
    }
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
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
