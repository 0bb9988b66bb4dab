package workshop.vertx.answers.wholefiles;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collector;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WholeFiles;

/** Right answers to {@link WholeFiles}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Awaits both steps on a virtual-thread context. */
  @RightAnswer
  public static class AwaitsOnAVirtualThreadOfVertx extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      Promise<Buffer> done = Promise.promise();
      return vertx
          .deployVerticle(
              context -> {
                vertx.fileSystem().writeFile(file.toString(), content).await();
                done.complete(vertx.fileSystem().readFile(file.toString()).await());
                return Future.succeededFuture();
              },
              new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
          .compose(vertx::undeploy)
          .compose(v -> done.future());
    }
  }

  /** Does both steps on a worker, with the blocking methods. */
  @RightAnswer
  public static class BlocksAWorker extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx.executeBlocking(() -> {
        Files.write(file, content.getBytes());
        return Buffer.buffer(Files.readAllBytes(file));
      });
    }
  }

  /** Deletes an existing file before it writes. */
  @RightAnswer
  public static class DeletesThenWrites extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx
          .executeBlocking(() -> Files.deleteIfExists(file))
          .compose(d -> super.writeThenRead(vertx, file, content));
    }
  }

  /** Opens the file once for both steps. */
  @RightAnswer
  public static class ReadsWhereItWrote extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setTruncateExisting(true))
          .compose(opened ->
              opened
                  .write(content)
                  .compose(_ -> opened.size())
                  .compose(size -> opened.read(Buffer.buffer(), 0, 0, size.intValue()))
                  .eventually(opened::close));
    }
  }

  /** Writes and reads through an AsyncFile, as a stream. */
  @RightAnswer
  public static class StreamsTheFile extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      OpenOptions forWriting = new OpenOptions().setTruncateExisting(true);
      return vertx
          .fileSystem()
          .open(file.toString(), forWriting)
          .compose(opened -> opened.write(content).eventually(opened::close))
          .compose(written -> vertx.fileSystem().open(file.toString(), new OpenOptions()))
          .compose(opened ->
              opened
                  .collect(
                      Collector.of(
                          Buffer::buffer,
                          (Buffer all, Buffer next) -> all.appendBuffer(next),
                          (a, b) -> a.appendBuffer(b)))
                  .eventually(opened::close));
    }
  }

  /** Composes the steps as a CompletionStage. */
  @RightAnswer
  public static class UsesACompletionStage extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return Future.fromCompletionStage(
          vertx
              .fileSystem()
              .writeFile(file.toString(), content)
              .toCompletionStage()
              .thenCompose(
                  written -> vertx.fileSystem().readFile(file.toString()).toCompletionStage()));
    }
  }

  /** Uses handlers and a promise instead of compose(). */
  @RightAnswer
  public static class UsesAPromise extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      Promise<Buffer> done = Promise.promise();
      vertx
          .fileSystem()
          .writeFile(file.toString(), content)
          .onComplete(w -> {
            if (w.failed()) {
              done.fail(w.cause());
              return;
            }
            vertx.fileSystem().readFile(file.toString()).onComplete(done);
          });
      return done.future();
    }
  }
}
