package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;

/** Eight megabytes at a time: fast for one client, and eight gigabytes for a thousand. */
@WrongAnswer(value = "Each client costs the memory of a chunk", kind = AnswerKind.RESOURCE)
public class ReadsInHugeChunks extends FileServer {

  @Override
  protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
    file.setReadBufferSize(8 * 1024 * 1024);
    file.setReadPos(reply.first()).setReadLength(reply.length());
    return file.pipeTo(response);
  }
}
