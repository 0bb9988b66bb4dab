package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** The default options open a file for reading and writing, and make it if it is gone. */
@WrongAnswer("also opened for writing")
public class OpensForWriting extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    if (reply.length() == 0) {
      return response.end();
    }
    return vertx
        .fileSystem()
        .open(resource.file().toString(), new OpenOptions())
        .compose(file -> {
          file.setReadPos(reply.first()).setReadLength(reply.length());
          return file.pipeTo(response).eventually(file::close);
        });
  }
}
