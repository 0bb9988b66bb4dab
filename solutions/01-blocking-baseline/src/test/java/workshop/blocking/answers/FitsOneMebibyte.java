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

/** Copies into a buffer of 1 MiB, and never writes what does not fit. */
@WrongAnswer("written only up to byte")
public class FitsOneMebibyte extends WriteFully {
  @Override
  public void write(Path file, byte[] content) throws IOException {

    ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
    buffer.put(content, 0, Math.min(content.length, buffer.capacity())).flip();
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }
}
