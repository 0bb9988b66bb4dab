package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Loops until its buffer is full, although each read reports the end of the file. */
@WrongAnswer("each returned -1, end of file")
public class WaitsForAFullBuffer extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer all = ByteBuffer.allocate((int) channel.size() + 1);
      while (all.hasRemaining()) {
        channel.read(all);
      }
      return Arrays.copyOf(all.array(), all.position());
    }
  }
}
