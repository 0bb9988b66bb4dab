package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Creates an empty file, and returns before it is forced. */
@WrongAnswer("force(true) was never called")
public class ForcesNoEmptyFile extends WriteFully {
  @Override
  public void write(Path file, byte[] content) throws IOException {

    if (content.length > 0) {
      super.write(file, content);
    } else {
      FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE).close();
    }
  }
}
