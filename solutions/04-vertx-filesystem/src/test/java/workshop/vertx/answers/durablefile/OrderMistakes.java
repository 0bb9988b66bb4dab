package workshop.vertx.answers.durablefile;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/**
 * Wrong answers to {@link DurableFile} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Calls flush() without waiting for the write. */
  @WrongAnswer("The FORCE began before the WRITE was done")
  public static class FlushesWithoutWaiting extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setTruncateExisting(true))
          .compose(opened ->
              Future.all(opened.write(content), opened.flush())
                  .eventually(opened::close)
                  .mapEmpty());
    }
  }

  /** Calls flush() before the write. */
  @WrongAnswer("The FORCE began before the WRITE was done")
  public static class ForcesBeforeTheWrite extends DurableFile {

    @Override
    protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
      return file.flush().compose(flushed -> file.write(content));
    }

    @Override
    protected OpenOptions options() {
      return super.options().setSync(false);
    }
  }

  /** Writes to another file and renames it, but leaves the new name in memory. */
  @WrongAnswer("A new file was moved over the old one")
  public static class RenamesWithoutForcingTheDirectory extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      CopyOptions replacing = new CopyOptions().setReplaceExisting(true);
      return super.write(vertx, part, content)
          .compose(_ -> vertx.fileSystem().move(part.toString(), file.toString(), replacing));
    }
  }
}
