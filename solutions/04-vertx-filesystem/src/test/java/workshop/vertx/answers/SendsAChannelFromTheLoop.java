package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.channels.FileChannel;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** Opens on a worker, and then the event loop itself reads from the channel. */
@WrongAnswer(value = "you blocked the event loop", kind = AnswerKind.CALLER)
public class SendsAChannelFromTheLoop extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    if (reply.length() == 0) {
      return response.end();
    }
    return vertx
        .executeBlocking(() -> FileChannel.open(resource.file()), false)
        .compose(channel ->
            response
                .sendFile(channel, reply.first(), reply.length())
                .eventually(() ->
                    vertx.executeBlocking(
                        () -> {
                          channel.close();
                          return null;
                        },
                        false)));
  }
}
