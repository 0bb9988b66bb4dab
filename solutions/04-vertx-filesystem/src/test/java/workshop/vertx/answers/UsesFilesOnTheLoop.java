package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Files is as blocking as the twins. */
@WrongAnswer("???")
public class UsesFilesOnTheLoop extends WholeFiles {

@Override
public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
try {
  Files.write(file, content.getBytes());
  return Future.succeededFuture(Buffer.buffer(Files.readAllBytes(file)));
} catch (IOException e) { return Future.failedFuture(e); }
}
}
