package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Never closes the channel. */
@WrongAnswer("Left open: shelf.txt")
public class LeavesTheFileOpen extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, READ);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer chunk = ByteBuffer.allocate(8192);
    while (channel.read(chunk) != -1) {
      all.write(chunk.array(), 0, chunk.position());
      chunk.clear();
    }
    return all.toByteArray();
  }
}
