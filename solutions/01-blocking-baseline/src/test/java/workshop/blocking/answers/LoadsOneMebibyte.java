package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Loads what fits into a buffer of 1 MiB. */
@WrongAnswer("however long it is")
public class LoadsOneMebibyte extends NamedErrors {
  @Override
  public String load(Path file) throws IOException {

    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer all = ByteBuffer.allocate(1 << 20);
      while (all.hasRemaining() && channel.read(all) != -1) {
        // go on
      }
      return new String(all.array(), 0, all.position(), UTF_8);
    } catch (IOException e) {
      throw new IOException("cannot read " + file + ": " + e, e);
    }
  }
}
