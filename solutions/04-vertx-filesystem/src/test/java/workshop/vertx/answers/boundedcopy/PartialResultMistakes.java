package workshop.vertx.answers.boundedcopy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Wrong answers to {@link BoundedCopy}: they take a part, or nothing, for success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Takes a chunk that is not full for the end of the file. */
  @WrongAnswer("Each write took all its bytes")
  public static class StopsAtAShortRead extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      OpenOptions source = new OpenOptions().setCreate(false).setWrite(false);
      OpenOptions target = new OpenOptions().setRead(false).setTruncateExisting(true);
      return vertx
          .fileSystem()
          .open(from.toString(), source)
          .compose(in ->
              vertx
                  .fileSystem()
                  .open(to.toString(), target)
                  .compose(out -> copy(in, out, 0, mark).eventually(out::close))
                  .eventually(in::close));
    }

    private static Future<Void> copy(AsyncFile in, AsyncFile out, long at, int mark) {
      return in.read(Buffer.buffer(mark), 0, at, mark)
          .compose(chunk ->
              chunk.length() < mark
                  ? Future.succeededFuture()
                  : out.write(chunk, at).compose(_ -> copy(in, out, at + mark, mark)));
    }
  }
}
