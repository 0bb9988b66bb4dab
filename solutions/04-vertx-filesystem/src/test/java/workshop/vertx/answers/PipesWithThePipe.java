package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** The pipe, ended by hand. */
@RightAnswer
public class PipesWithThePipe extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    if (reply.length() == 0) {
      return response.end();
    }
    return vertx
        .fileSystem()
        .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(f -> {
          f.setReadPos(reply.first()).setReadLength(reply.length()).setReadBufferSize(32 * 1024);
          return f.pipe()
              .endOnComplete(false)
              .to(response)
              .compose(v ->
                  response.bytesWritten() < reply.length()
                      ? Future.failedFuture(new EOFException(resource.file() + " is shorter"))
                      : response.end())
              .eventually(f::close);
        });
  }
}
