package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;

/** The part has the right length and begins at the start of the file. */
@WrongAnswer(
    value = "bytes, as many as expected; byte 0 is the first that differs",
    kind = AnswerKind.INPUT)
public class StartsAtZero extends FileServer {

  @Override
  protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
    return super.stream(
        file, new Reply(reply.status(), reply.headers(), 0, reply.length()), response);
  }
}
