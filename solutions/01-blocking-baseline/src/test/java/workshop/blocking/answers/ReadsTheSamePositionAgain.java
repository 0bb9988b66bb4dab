package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Reads at position 0 each time. A position that is passed as an argument does not move by itself.
 */
@WrongAnswer("each brought the same 16 bytes")
public class ReadsTheSamePositionAgain extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(16);
      while (channel.read(chunk, 0) != -1 && all.size() < 1 << 24) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toByteArray();
    }
  }
}
