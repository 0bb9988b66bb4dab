package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;

/** A file that became shorter ends the response early, and the connection stays. */
@WrongAnswer(value = "The future of send() succeeded", kind = AnswerKind.PARTIAL_RESULT)
public class EndsAShortFileAsIfComplete extends FileServer {

  @Override
  protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
    file.setReadPos(reply.first()).setReadLength(reply.length());
    return file.pipeTo(response);
  }
}
