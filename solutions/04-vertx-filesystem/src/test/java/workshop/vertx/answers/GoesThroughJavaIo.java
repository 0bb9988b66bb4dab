package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** The older API does the job on a worker, unseen by the disk that the suite watches. */
@WrongAnswer("java.io")
public class GoesThroughJavaIo extends WholeFiles {

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
