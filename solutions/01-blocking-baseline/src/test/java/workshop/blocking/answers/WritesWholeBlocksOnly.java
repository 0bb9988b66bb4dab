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

/** Counts the blocks by a division, and loses what is left over. */
@WrongAnswer("written only up to byte")
public class WritesWholeBlocksOnly extends WriteFully {
  @Override
  public void write(Path file, byte[] content) throws IOException {

    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      int block = Math.min(8192, Math.max(1, content.length));
      for (int i = 0; i < content.length / block; i++) {
        ByteBuffer rest = ByteBuffer.wrap(content, i * block, block);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      }
      channel.force(true);
    }
  }
}
