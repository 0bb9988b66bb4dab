package workshop.vertx.answers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.AwaitedRecipe;

/** Opens with truncation, and awaits each step. */
@RightAnswer
public class WritesOverTheTargetThroughAnAsyncFile extends AwaitedRecipe {

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
