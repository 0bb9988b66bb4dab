package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Never adds up how many bytes it has written, so its loop does not end. */
@WrongAnswer("of a buffer with nothing remaining")
public class ForgetsToCount extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      long written = 0;
      while (written < content.length) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
