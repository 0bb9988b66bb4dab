package workshop.vertx.answers.fileserver;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** Wrong answers to {@link FileServer} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Completes its future before the file is closed. */
  @WrongAnswer("was complete while the disk still held the CLOSE")
  public static class CompletesBeforeTheClose extends FileServer {

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
          .compose(f ->
              f.setReadPos(reply.first())
                  .setReadLength(reply.length())
                  .pipeTo(response)
                  .onComplete(v -> f.close()));
    }
  }
}
