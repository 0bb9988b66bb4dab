package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** A partial write is an answer, and no refusal. */
@WrongAnswer("your code took a normal result for an error")
public class TakesAShortWriteForAnError extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      int written = channel.write(ByteBuffer.wrap(content));
      if (written < content.length) {
        throw new IOException("only " + written + " of " + content.length + " bytes written");
      }
      channel.force(true);
    }
  }
}
