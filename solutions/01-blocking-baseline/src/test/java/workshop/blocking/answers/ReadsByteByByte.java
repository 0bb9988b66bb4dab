package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.RightAnswer;

/** Slow, and right. */
@RightAnswer
public class ReadsByteByByte extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer one = ByteBuffer.allocate(1);
      while (channel.read(one) != -1) {
        all.write(one.get(0));
        one.clear();
      }
      return all.toByteArray();
    }
  }
}
