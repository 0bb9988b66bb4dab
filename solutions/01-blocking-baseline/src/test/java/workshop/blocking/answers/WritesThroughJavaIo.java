package workshop.blocking.answers;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Writes through java.io, which the watched disk cannot see. */
@WrongAnswer("java.io")
public class WritesThroughJavaIo extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(content);
      out.getFD().sync();
    }
  }
}
