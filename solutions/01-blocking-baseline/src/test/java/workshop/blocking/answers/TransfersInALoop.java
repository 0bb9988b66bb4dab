package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.RightAnswer;

/** Writes with transferFrom, and moves the position on by itself. */
@RightAnswer
public class TransfersInALoop extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ReadableByteChannel source = Channels.newChannel(new ByteArrayInputStream(content));
      long written = 0;
      while (written < content.length) {
        written += channel.transferFrom(source, written, content.length - written);
      }
      channel.force(true);
    }
  }
}
