package workshop.vertx.answers.awaitedrecipe;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.AwaitedRecipe;

/** Right answers to {@link AwaitedRecipe}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Opens, reads, writes and closes, and awaits each of them. */
  @RightAnswer
  public static class AwaitsEachStepOfAnOpenFile extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      try {
        String text = read(files, from);
        AsyncFile target =
            files.open(to.toString(), new OpenOptions().setTruncateExisting(true)).await();
        try {
          target.write(Buffer.buffer(change.apply(text))).await();
        } catch (Exception e) {
          throw new IOException("cannot write " + to, e);
        } finally {
          target.close().await();
        }
      } catch (RuntimeException e) {
        throw new IOException("from " + from + " to " + to, e);
      }
    }

    private static String read(FileSystem files, Path from) throws IOException {
      AsyncFile source =
          files.open(from.toString(), new OpenOptions().setWrite(false).setCreate(false)).await();
      try {
        int size = Math.toIntExact(source.size().await());
        return source.read(Buffer.buffer(), 0, 0, size).await().toString();
      } catch (Exception e) {
        throw new IOException("cannot read " + from, e);
      } finally {
        source.close().await();
      }
    }
  }

  /** Runs the steps in the start() of a verticle, and puts the result into a promise. */
  @RightAnswer
  public static class DeploysAVerticle extends AwaitedRecipe {

    @Override
    public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
      Promise<Void> cooked = Promise.promise();
      VerticleBase verticle =
          new VerticleBase() {
            @Override
            public Future<?> start() throws Exception {
              try {
                steps(vertx.fileSystem(), from, to, change);
                cooked.complete();
              } catch (IOException e) {
                cooked.fail(e);
              }
              return super.start();
            }
          };
      return vertx
          .deployVerticle(
              verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
          .compose(vertx::undeploy)
          .compose(gone -> cooked.future());
    }
  }

  /** Uses a class instead of a lambda. */
  @RightAnswer
  public static class ExtendsVerticleBase extends AwaitedRecipe {

    @Override
    public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
      return vertx
          .deployVerticle(
              new VerticleBase() {
                @Override
                public Future<?> start() throws Exception {
                  steps(vertx.fileSystem(), from, to, change);
                  return super.start();
                }
              },
              new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
          .compose(vertx::undeploy);
    }
  }

  /** Uses the static Future.await(future), which does the same. */
  @RightAnswer
  public static class UsesTheStaticAwait extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      try {
        String text = Future.await(files.readFile(from.toString())).toString();
        try {
          Future.await(files.writeFile(to.toString(), Buffer.buffer(change.apply(text))));
        } catch (Exception e) {
          throw new IOException("cannot write " + to, e);
        }
      } catch (IOException e) {
        throw e;
      } catch (RuntimeException e) {
        if (e instanceof io.vertx.core.file.FileSystemException) {
          throw new IOException("cannot read " + from, e);
        }
        throw e;
      }
    }
  }

  /** Opens with truncation, and awaits each step. */
  @RightAnswer
  public static class WritesOverTheTargetThroughAnAsyncFile extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      String text = named(from, files.readFile(from.toString())).await().toString();
      AsyncFile out =
          named(to, files.open(to.toString(), new OpenOptions().setTruncateExisting(true))).await();
      try {
        named(to, out.write(Buffer.buffer(change.apply(text)))).await();
      } finally {
        named(to, out.close()).await();
      }
    }
  }
}
