package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Hides the error of the disk behind two wrappers. */
@WrongAnswer("and it is lost")
public class WrapsWhatFails extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    return pool.submit(() -> {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new IllegalStateException("reading failed");
      }
    });
  }
}
