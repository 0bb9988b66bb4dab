package workshop.vertx.answers.fileserver;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;

/** Wrong answers to {@link FileServer}: they take a part, or nothing, for success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Ends the response although the file had become shorter. */
  @WrongAnswer("the future of send() succeeded")
  public static class EndsAShortFileAsIfComplete extends FileServer {

    @Override
    protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
      file.setReadPos(reply.first()).setReadLength(reply.length());
      return file.pipeTo(response);
    }
  }
}
