package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Reads as long as the current size says that there is more. */
@WrongAnswer("do not ask for the size")
public class AsksTheSizeEachTime extends ReadToEnd {
  @Override
  public byte[] read(Path file) throws IOException {

    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (channel.position() < channel.size()) {
        channel.read(chunk);
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toByteArray();
    }
  }
}
