package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Reads as many bytes as the size said at the start. */
@WrongAnswer("the file grew after it was opened")
public class TrustsTheSize extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer all = ByteBuffer.allocate((int) channel.size());
      while (all.hasRemaining() && channel.read(all) != -1) {
        continue;
      }
      return all.array();
    }
  }
}
