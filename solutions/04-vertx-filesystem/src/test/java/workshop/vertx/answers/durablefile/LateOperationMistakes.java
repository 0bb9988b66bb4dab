package workshop.vertx.answers.durablefile;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Wrong answers to {@link DurableFile} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Waits for the close after a success, but only starts it after a failure. */
  @WrongAnswer("failed before the disk was done with")
  public static class ClosesAfterAFailureUnobserved extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
      return vertx
          .fileSystem()
          .open(file.toString(), options)
          .compose(opened ->
              opened
                  .write(content)
                  .onFailure(error -> opened.close())
                  .compose(written -> opened.close()));
    }
  }

  /** Forces a file channel on the event loop. */
  @WrongAnswer("The event loop itself did disk work")
  public static class ForcesOnTheLoop extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setTruncateExisting(true))
          .compose(f -> f.write(content).eventually(f::close))
          .compose(v -> {
            try (FileChannel c = FileChannel.open(file, StandardOpenOption.WRITE)) {
              c.force(true);
              return Future.<Void>succeededFuture();
            } catch (IOException e) {
              return Future.failedFuture(e);
            }
          });
    }
  }

  /** Returns the future of the write, while the close is still running. */
  @WrongAnswer("Success is reported too early")
  public static class ReportsBeforeItIsClosed extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
      return vertx
          .fileSystem()
          .open(file.toString(), options)
          .compose(opened -> opened.write(content).onComplete(written -> opened.close()));
    }
  }
}
