package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.AwaitedRecipe;

/** Future.await(future) is the same. */
@RightAnswer
public class UsesTheStaticAwait extends AwaitedRecipe {

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
