package workshop.blocking.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Stops when its largest buffer of 100,000 bytes is full: a read without room returns 0. */
@WrongAnswer("the first 100,000 are right")
public class StopsAtAFullBuffer extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    byte[] all = new byte[100_000];
    int count = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int more;
      while ((more = in.read(all, count, all.length - count)) > 0) {
        count += more;
      }
    }
    return Arrays.copyOf(all, count);
  }
}
