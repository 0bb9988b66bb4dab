package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.RandomAccessFile;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** sendFile with a file that a worker has opened: the loop reads it. */
@WrongAnswer(value = "sendFile(String) does", kind = AnswerKind.CALLER)
public class SendsARandomAccessFile extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    if (reply.length() == 0) {
      return response.end();
    }
    return vertx
        .executeBlocking(() -> new RandomAccessFile(resource.file().toFile(), "r"), false)
        .compose(f -> response.sendFile(f, reply.first(), reply.length()));
  }
}
