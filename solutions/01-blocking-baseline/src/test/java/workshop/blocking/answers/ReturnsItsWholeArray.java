package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Returns its array with the room that was left in it. */
@WrongAnswer("append exactly what each read returned")
public class ReturnsItsWholeArray extends ReadToEnd {
  @Override
  public byte[] read(Path file) throws IOException {

    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer all = ByteBuffer.allocate(16);
      while (channel.read(all) != -1) {
        if (!all.hasRemaining()) {
          all = ByteBuffer.allocate(all.capacity() * 2).put(all.flip());
        }
      }
      return all.array();
    }
  }
}
