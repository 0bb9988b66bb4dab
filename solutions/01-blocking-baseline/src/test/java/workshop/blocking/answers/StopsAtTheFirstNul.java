package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Ends at the first NUL. */
@WrongAnswer("without a detour through a String")
public class StopsAtTheFirstNul extends ReadToEnd {
  @Override
  public byte[] read(Path file) throws IOException {

    byte[] all = super.read(file);
    int end = 0;
    while (end < all.length && all[end] != 0) {
      end++;
    }
    return Arrays.copyOf(all, end);
  }
}
