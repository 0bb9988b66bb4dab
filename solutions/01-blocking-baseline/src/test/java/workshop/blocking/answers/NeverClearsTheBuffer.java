package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Empties the buffer with get() and never clears it, so the next read has no room. */
@WrongAnswer("into a buffer without room")
public class NeverClearsTheBuffer extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(16);
      while (channel.read(chunk) != -1) {
        byte[] bytes = new byte[chunk.flip().remaining()];
        chunk.get(bytes);
        all.write(bytes);
      }
      return all.toByteArray();
    }
  }
}
