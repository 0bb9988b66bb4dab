package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.RightAnswer;

/** Opens with APPEND and truncates to 0 first: APPEND then writes at the start. */
@RightAnswer
public class AppendsToAnEmptiedFile extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, APPEND)) {
      channel.truncate(0);
      ByteBuffer[] rest = {ByteBuffer.wrap(content)};
      while (rest[0].hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
