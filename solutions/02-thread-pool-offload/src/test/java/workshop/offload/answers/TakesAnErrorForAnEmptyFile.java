package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Errors become an empty result inside the task, where they are easiest to forget. */
@WrongAnswer("an error was swallowed")
public class TakesAnErrorForAnEmptyFile extends OffloadedRead {

  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    return pool.submit(() -> {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        return new byte[0];
      }
    });
  }
}
