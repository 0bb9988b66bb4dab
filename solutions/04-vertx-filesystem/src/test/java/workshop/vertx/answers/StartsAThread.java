package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** A thread for each call, and its result comes on that thread. */
@WrongAnswer(value = "was completed on the thread", kind = AnswerKind.CALLER)
public class StartsAThread extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    Promise<Buffer> done = Promise.promise();
    new Thread(
            () -> {
              try {
                Files.write(file, content.getBytes());
                done.complete(Buffer.buffer(Files.readAllBytes(file)));
              } catch (IOException e) {
                done.fail(e);
              }
            })
        .start();
    return done.future();
  }
}
