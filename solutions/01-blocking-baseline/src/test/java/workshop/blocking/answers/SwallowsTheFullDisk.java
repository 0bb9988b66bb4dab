package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.judge.WrongAnswer;

/** The error is printed at best, and the caller believes in success. */
@WrongAnswer("Let the IOException through")
public class SwallowsTheFullDisk extends WriteFully {

  @Override
  public void write(Path file, byte[] content) {
    try {
      super.write(file, content);
    } catch (IOException e) {
      // "cannot happen"
    }
  }
}
