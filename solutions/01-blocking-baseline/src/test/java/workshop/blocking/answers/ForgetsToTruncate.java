package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Opens with CREATE only, which does not empty an existing file. */
@WrongAnswer("the old tail is still in the file")
public class ForgetsToTruncate extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
