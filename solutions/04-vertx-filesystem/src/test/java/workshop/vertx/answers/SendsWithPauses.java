package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;

/** Does what pipe() does, with the methods of the streams. */
@RightAnswer
public class SendsWithPauses extends FileServer {

  @Override
  protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
    file.setReadPos(reply.first()).setReadLength(reply.length());
    Promise<Void> sent = Promise.promise();
    file.exceptionHandler(sent::tryFail);
    response.exceptionHandler(sent::tryFail);
    file.endHandler(end -> {
      if (response.bytesWritten() < reply.length()) {
        sent.tryFail(new EOFException());
      } else {
        response.end().onComplete(ended -> sent.tryComplete());
      }
    });
    file.handler(chunk -> {
      response.write(chunk).onFailure(sent::tryFail);
      if (response.writeQueueFull()) {
        file.pause();
        response.drainHandler(drained -> file.resume());
      }
    });
    return sent.future();
  }
}
