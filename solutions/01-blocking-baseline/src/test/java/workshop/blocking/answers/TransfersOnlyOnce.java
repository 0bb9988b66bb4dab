package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Calls transferFrom once, and ignores how many bytes it moved. */
@WrongAnswer("written only up to byte 2 of 27")
public class TransfersOnlyOnce extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      channel.transferFrom(
          Channels.newChannel(new ByteArrayInputStream(content)), 0, content.length);
      channel.force(true);
    }
  }
}
