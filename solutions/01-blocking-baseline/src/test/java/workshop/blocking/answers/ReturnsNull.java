package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Returns null for an empty file. */
@WrongAnswer("read() returned null")
public class ReturnsNull extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    byte[] all = super.read(file);
    return all.length == 0 ? null : all;
  }
}
