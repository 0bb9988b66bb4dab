package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Reads until a buffer of 1 MiB is full. */
@WrongAnswer("the file has 1,050,179 bytes")
public class ReadsOneMebibyte extends ReadToEnd {
  @Override
  public byte[] read(Path file) throws IOException {

    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer all = ByteBuffer.allocate(1 << 20);
      while (all.hasRemaining() && channel.read(all) != -1) {
        // go on
      }
      return Arrays.copyOf(all.array(), all.position());
    }
  }
}
