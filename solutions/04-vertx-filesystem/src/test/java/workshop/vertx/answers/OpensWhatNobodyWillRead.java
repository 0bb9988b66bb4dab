package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** Opens and reads the file, and only then looks whether the answer has a body. */
@WrongAnswer("the disk was asked for the content of photo.jpg")
public class OpensWhatNobodyWillRead extends FileServer {

  @Override
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    return vertx
        .fileSystem()
        .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(file ->
            file.read(Buffer.buffer(), 0, reply.first(), (int) Math.max(reply.length(), 1))
                .compose(body -> reply.length() == 0 ? response.end() : response.end(body))
                .eventually(file::close));
  }
}
