package workshop.vertx.answers.awaitedrecipe;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Wrong answers to {@link AwaitedRecipe} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Calls the change twice: once to try it, and once for the result. */
  @WrongAnswer("called change 2 times instead of once")
  public static class ChangesTwice extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      String text = named(from, files.readFile(from.toString())).await().toString();
      change.apply(text);
      named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text)))).await();
    }
  }

  /** Reports success when the verticle fails. */
  @WrongAnswer("it had to fail")
  public static class DropsTheError extends AwaitedRecipe {

    @Override
    public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
      return super.transform(vertx, from, to, change).recover(e -> Future.succeededFuture());
    }
  }

  /** Starts the write and does not await it. */
  @WrongAnswer("Success is reported too early")
  public static class ForgetsToAwaitTheWrite extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      String text = files.readFile(from.toString()).await().toString();
      files.writeFile(to.toString(), Buffer.buffer(change.apply(text)));
    }
  }

  /** Undeploys all verticles, not only its own. */
  @WrongAnswer("undeployed a verticle that it did not deploy")
  public static class UndeploysEverything extends AwaitedRecipe {

    @Override
    public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
      return vertx
          .deployVerticle(
              context -> {
                steps(vertx.fileSystem(), from, to, change);
                return Future.succeededFuture();
              },
              options())
          .compose(id -> Future.all(vertx.deploymentIDs().stream().map(vertx::undeploy).toList()))
          .mapEmpty();
    }
  }

  /** Completes a promise after every exception, but not after an Error such as a stack overflow. */
  @WrongAnswer("An Error is not an Exception")
  public static class CatchesExceptionsOnly extends AwaitedRecipe {

    @Override
    public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
      Promise<Void> done = Promise.promise();
      return vertx
          .deployVerticle(
              context -> {
                context.runOnContext(nothing -> {
                  try {
                    steps(vertx.fileSystem(), from, to, change);
                    done.complete();
                  } catch (Exception e) {
                    done.fail(e);
                  }
                });
                return Future.succeededFuture();
              },
              options())
          .compose(id -> done.future().eventually(() -> vertx.undeploy(id)));
    }
  }
}
