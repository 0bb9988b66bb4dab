package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reads under a lock, so one read at a time can run. */
@WrongAnswer("one after another")
public class ReadsOneAtATime extends OffloadedRead {

  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    return pool.submit(() -> bytesOf(file));
  }

  private synchronized byte[] bytesOf(Path file) throws IOException {
    return Files.readAllBytes(file);
  }
}
