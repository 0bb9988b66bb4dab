package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Calls read once. */
@WrongAnswer("each read returned at most 5 bytes")
public class ReadsOnlyOnce extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer chunk = ByteBuffer.allocate(1 << 20);
      int count = channel.read(chunk);
      return Arrays.copyOf(chunk.array(), Math.max(count, 0));
    }
  }
}
