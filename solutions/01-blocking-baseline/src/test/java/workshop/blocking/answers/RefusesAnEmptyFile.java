package workshop.blocking.answers;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Throws an exception for an empty file. */
@WrongAnswer("A file without bytes")
public class RefusesAnEmptyFile extends ReadToEnd {
  @Override
  public byte[] read(Path file) throws IOException {

    byte[] all = super.read(file);
    if (all.length == 0) {
      throw new EOFException(file + " is empty");
    }
    return all;
  }
}
