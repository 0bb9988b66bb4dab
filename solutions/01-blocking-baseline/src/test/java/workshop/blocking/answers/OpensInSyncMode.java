package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.RightAnswer;

/** Opens with SYNC: each write is durable when it returns. */
@RightAnswer
public class OpensInSyncMode extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, CREATE, TRUNCATE_EXISTING, WRITE, SYNC)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }
}
