package workshop.offload.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Converts the bytes to a String and back. */
@WrongAnswer("MalformedInputException")
public class ReadsThroughAString extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    return pool.submit(() -> Files.readString(file).getBytes(UTF_8));
  }
}
