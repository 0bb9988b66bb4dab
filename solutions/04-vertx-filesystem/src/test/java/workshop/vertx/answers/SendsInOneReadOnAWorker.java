package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Files;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** Reads the part as a whole when it is small enough, up to a megabyte. */
@WrongAnswer(value = "Each client costs the memory of a chunk", kind = AnswerKind.RESOURCE)
public class SendsInOneReadOnAWorker extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    if (reply.length() == 0) {
      return response.end();
    }
    if (reply.length() <= 1 << 20) {
      return vertx
          .executeBlocking(
              () ->
                  Buffer.buffer(Files.readAllBytes(resource.file()))
                      .getBuffer((int) reply.first(), (int) (reply.first() + reply.length())),
              false)
          .compose(response::end);
    }
    return super.send(vertx, resource, request);
  }
}
