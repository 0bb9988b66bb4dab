package workshop.completable.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.RightAnswer;

/** Opens in the other order, with the check between. */
@RightAnswer
public class OpensTheTargetFirst extends StoppableCopy {
  @Override
  protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = Files.newOutputStream(to)) {
      byte[] chunk = new byte[8192];
      long count = 0;
      int read;
      while (!wanted.isDone() && (read = in.read(chunk)) != -1) {
        if (wanted.isDone()) {
          break;
        }
        out.write(chunk, 0, read);
        count += read;
      }
      return count;
    }
  }
}
