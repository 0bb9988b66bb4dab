package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Catches the error in the task, and returns an empty result. */
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
