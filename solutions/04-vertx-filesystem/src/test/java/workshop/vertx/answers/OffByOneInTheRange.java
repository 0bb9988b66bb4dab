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

/** The last byte is missing. */
@WrongAnswer("???")
public class OffByOneInTheRange extends FileServer {
Future<Void> stream(Vertx vertx, Resource resource, HttpServerRequest request, int before, int after) {
  Reply reply = Reply.to(request, resource);
  HttpServerResponse response = reply.announce(request.response());
  if (reply.length() == 0) { return response.end(); }
  return vertx.fileSystem().open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
    .compose(f -> f.setReadPos(reply.first() + before).setReadLength(reply.length() + after).pipeTo(response).eventually(f::close));
}

@Override
public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
return stream(vertx, resource, request, 0, -1);
}
}
