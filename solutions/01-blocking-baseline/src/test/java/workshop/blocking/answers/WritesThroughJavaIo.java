package workshop.blocking.answers;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** The older API does the job, unseen by the disk that the suite watches. */
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
