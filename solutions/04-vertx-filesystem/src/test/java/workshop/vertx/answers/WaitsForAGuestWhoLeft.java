package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** Its promise ends with the file, or with the file's error, and not when the guest has left. */
@WrongAnswer(value = "a client that has left", kind = AnswerKind.PROMISE)
public class WaitsForAGuestWhoLeft extends FileServer {

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
        .compose(file -> {
          file.setReadPos(reply.first()).setReadLength(reply.length());
          Promise<Void> sent = Promise.promise();
          file.exceptionHandler(sent::tryFail);
          file.endHandler(end -> response.end().onComplete(sent));
          file.handler(chunk -> {
            response.write(chunk);
            if (response.writeQueueFull()) {
              file.pause();
              response.drainHandler(drained -> file.resume());
            }
          });
          return sent.future().eventually(file::close);
        });
  }
}
