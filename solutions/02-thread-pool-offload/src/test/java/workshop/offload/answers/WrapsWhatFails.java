package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Throws an exception without the disk's error as its cause. */
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
