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

/** Opens, reads, writes and closes, and awaits each of them. */
@RightAnswer
public class AwaitsEachStepOfAnOpenFile extends AwaitedRecipe {

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
