package workshop.vertx.answers.durablefile;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Wrong answers to {@link DurableFile} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Writes again after a failed write. */
  @WrongAnswer("your code wrote the same bytes again")
  public static class WritesAgainAfterAnError extends DurableFile {

    @Override
    protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
      return file.write(content, 0).recover(_ -> file.write(content, 0)).compose(_ -> file.flush());
    }
  }

  /** Writes in several parts and looks only at the future of the last one. */
  @WrongAnswer("it had to fail")
  public static class AwaitsTheLastPartOnly extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setTruncateExisting(true).setSync(true))
          .compose(f -> {
            Future<Void> last = Future.succeededFuture();
            for (int i = 0; i < content.length(); i += 8192) {
              last = f.write(content.getBuffer(i, Math.min(i + 8192, content.length())));
            }
            return last.eventually(f::close);
          });
    }
  }
}
