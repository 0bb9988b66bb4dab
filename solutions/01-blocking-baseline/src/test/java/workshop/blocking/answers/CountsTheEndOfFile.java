package workshop.blocking.answers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** The test for the end comes after the use of the count. */
@WrongAnswer("a read returns it at the end of file")
public class CountsTheEndOfFile extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    try (InputStream in = Files.newInputStream(file)) {
      int count;
      do {
        count = in.read(chunk);
        all.write(chunk, 0, count);
      } while (count != -1);
    }
    return all.toByteArray();
  }
}
