package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Takes a read that did not fill the buffer for the last one. */
@WrongAnswer("each read returned at most 5 bytes")
public class TakesAShortReadForTheEnd extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      int count;
      do {
        chunk.clear();
        count = channel.read(chunk);
        all.write(chunk.array(), 0, Math.max(count, 0));
      } while (count == chunk.capacity());
      return all.toByteArray();
    }
  }
}
