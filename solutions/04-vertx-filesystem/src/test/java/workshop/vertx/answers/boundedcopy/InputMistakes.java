package workshop.vertx.answers.boundedcopy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Wrong answers to {@link BoundedCopy} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Compares the two names, and so misses links. */
  @WrongAnswer("Source and target were the same file, through a link")
  public static class ComparesNamesOnly extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      if (from.equals(to)) {
        return Future.failedFuture(new IOException(from + " is " + to));
      }
      FileSystem fs = vertx.fileSystem();
      return fs.open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(s ->
              fs.open(to.toString(), new OpenOptions().setRead(false).setTruncateExisting(true))
                  .compose(t -> {
                    s.setReadBufferSize(mark / 4);
                    t.setWriteQueueMaxSize(mark / 2);
                    return s.pipeTo(t);
                  })
                  .eventually(s::close));
    }
  }

  /** Reads at most one megabyte. */
  @WrongAnswer("The target holds 1,048,576 bytes")
  public static class CopiesTheFirstMegabyte extends BoundedCopy {

    @Override
    protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
      source.setReadLength(1 << 20);
      return super.pipe(source, target, mark);
    }
  }

  /** Does not notice that source and target are the same file. */
  @WrongAnswer("Source and target were the same file, under the same name")
  public static class EmptiesItsOwnSource extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      FileSystem fs = vertx.fileSystem();
      return fs.open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(s ->
              fs.open(to.toString(), new OpenOptions().setRead(false).setTruncateExisting(true))
                  .compose(t -> {
                    s.setReadBufferSize(mark / 4);
                    t.setWriteQueueMaxSize(mark / 2);
                    return s.pipeTo(t);
                  })
                  .eventually(s::close));
    }
  }

  /** Ignores the mark that it is given. */
  @WrongAnswer("the mark is 20,001")
  public static class HasAFixedMark extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      return super.copy(vertx, from, to, 64 * 1024);
    }
  }

  /** Does not truncate a target that was longer. */
  @WrongAnswer("the old tail is still in the file")
  public static class KeepsTheOldTail extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      FileSystem files = vertx.fileSystem();
      return files
          .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(source ->
              files
                  .open(to.toString(), new OpenOptions())
                  .compose(target -> {
                    source.setReadBufferSize(mark / 4);
                    target.setWriteQueueMaxSize(mark / 2);
                    return source.pipeTo(target);
                  })
                  .eventually(source::close));
    }
  }

  /** Opens the source with the default options, which create a missing file. */
  @WrongAnswer("your code created an empty file")
  public static class MakesTheMissingSource extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      FileSystem files = vertx.fileSystem();
      return files
          .open(from.toString(), new OpenOptions())
          .compose(source ->
              files
                  .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                  .compose(target -> {
                    source.setReadBufferSize(mark / 4);
                    target.setWriteQueueMaxSize(mark / 2);
                    return source.pipeTo(target);
                  })
                  .eventually(source::close));
    }
  }

  /** Does nothing if the source is empty. */
  @WrongAnswer("The target holds 14 bytes instead of 0")
  public static class StopsAtAnEmptySource extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      return vertx
          .fileSystem()
          .props(from.toString())
          .compose(
              p -> p.size() == 0 ? Future.succeededFuture() : super.copy(vertx, from, to, mark));
    }
  }

  /** Asks whether both are the same file, even if the target does not exist yet. */
  @WrongAnswer("A missing target is the normal case")
  public static class AsksAboutAMissingTarget extends BoundedCopy {

    @Override
    protected Future<Void> check(Vertx vertx, Path from, Path to) {
      return vertx
          .executeBlocking(() -> Files.isSameFile(from, to))
          .compose(same ->
              same ? Future.failedFuture(new IOException("the same")) : Future.succeededFuture());
    }
  }

  /** Deletes the target after every failure, even if it is an older file. */
  @WrongAnswer("your code deleted the target")
  public static class DeletesTheTargetAfterAFailure extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      return super.copy(vertx, from, to, mark)
          .recover(e ->
              vertx
                  .fileSystem()
                  .delete(to.toString())
                  .transform(deleted -> Future.failedFuture(e)));
    }
  }
}
