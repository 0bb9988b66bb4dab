package workshop.vertx.answers.awaitedrecipe;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Wrong answers to {@link AwaitedRecipe} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Never undeploys the verticle. */
  @WrongAnswer("still deployed")
  public static class StaysDeployed extends AwaitedRecipe {

    @Override
    public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
      return vertx
          .deployVerticle(
              context -> {
                steps(vertx.fileSystem(), from, to, change);
                return Future.succeededFuture();
              },
              new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
          .mapEmpty();
    }
  }
}
