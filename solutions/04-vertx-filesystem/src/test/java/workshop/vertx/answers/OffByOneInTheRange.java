package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;

/** The last byte is missing. */
@WrongAnswer(value = "300,000 of the 300,001 announced bytes came", kind = AnswerKind.INPUT)
public class OffByOneInTheRange extends FileServer {

  @Override
  protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
    file.setReadPos(reply.first()).setReadLength(reply.length() - 1);
    return file.pipeTo(response);
  }
}
