package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Opens without CREATE, so a missing file is an error. */
@WrongAnswer("CREATE")
public class NeedsAnExistingFile extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
