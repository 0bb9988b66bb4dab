package workshop.blocking.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/**
 * "Nobody has files of more than 100 kB": a read into no room returns 0, and the rest is not
 * missed.
 */
@WrongAnswer("the first 100,000 are right")
public class KeepsItsLargestBuffer extends ReadToEnd {

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
