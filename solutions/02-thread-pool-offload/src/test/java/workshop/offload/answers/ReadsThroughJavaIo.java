package workshop.offload.answers;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reads through java.io, which the watched disk cannot see. */
@WrongAnswer("java.io")
public class ReadsThroughJavaIo extends OffloadedRead {

  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    return pool.submit(() -> {
      try (FileInputStream in = new FileInputStream(file.toFile())) {
        return in.readAllBytes();
      }
    });
  }
}
