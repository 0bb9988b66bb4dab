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

/** Opens the file for an answer without a body, reads nothing, and closes it again. */
@WrongAnswer("For a HEAD request the disk was asked to open photo.jpg")
public class OpensBeforeItLooksAtTheLength extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    return vertx
        .fileSystem()
        .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(file -> {
          if (reply.length() == 0) {
            return response.end().eventually(file::close);
          }
          file.setReadPos(reply.first()).setReadLength(reply.length());
          return file.pipeTo(response).eventually(file::close);
        });
  }
}
