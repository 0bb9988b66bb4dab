package workshop.vertx.answers.wholefiles;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Wrong answers to {@link WholeFiles} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Reads the file, but returns what it wrote. */
  @WrongAnswer("The future completed with")
  public static class GivesBackWhatItWrote extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return super.writeThenRead(vertx, file, content).map(content);
    }
  }

  /** Uses java.io on a worker, which the suite cannot watch. */
  @WrongAnswer("java.io")
  public static class GoesThroughJavaIo extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx.executeBlocking(() -> {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
          out.write(content.getBytes());
        }
        try (FileInputStream in = new FileInputStream(file.toFile())) {
          return Buffer.buffer(in.readAllBytes());
        }
      });
    }
  }

  /** Completes its promise on success only. */
  @WrongAnswer("the future of writeThenRead() never completes")
  public static class NeverCompletesOnFailure extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      Promise<Buffer> done = Promise.promise();
      super.writeThenRead(vertx, file, content).onSuccess(done::complete);
      return done.future();
    }
  }

  /** Returns the content that it was given, and never reads. */
  @WrongAnswer("was never asked for the READ")
  public static class ReturnsWhatItWasGiven extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx.fileSystem().writeFile(file.toString(), content).map(content);
    }
  }

  /** Remembers the result for each path. */
  @WrongAnswer("completed without a single disk operation")
  public static class RemembersTheResult extends WholeFiles {

    private final Map<Path, Future<Buffer>> known = new ConcurrentHashMap<>();

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return known.computeIfAbsent(file, path -> super.writeThenRead(vertx, path, content));
    }
  }
}
