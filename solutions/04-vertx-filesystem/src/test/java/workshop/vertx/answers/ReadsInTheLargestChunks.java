package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;

/** As much at a time as the page permits. */
@RightAnswer
public class ReadsInTheLargestChunks extends FileServer {

  @Override
  protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
    file.setReadPos(reply.first()).setReadLength(reply.length()).setReadBufferSize(32 * 1024);
    return file.pipe()
        .endOnComplete(false)
        .to(response)
        .compose(sent ->
            response.bytesWritten() == reply.length()
                ? response.end()
                : Future.failedFuture(new EOFException()));
  }
}
