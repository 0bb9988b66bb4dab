package workshop.vertx.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.DurableFile;

/** All of module 01, on a thread that may wait. */
@RightAnswer
public class WritesOnAWorker extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx.executeBlocking(() -> {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content.getBytes());
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      return null;
    });
  }
}
