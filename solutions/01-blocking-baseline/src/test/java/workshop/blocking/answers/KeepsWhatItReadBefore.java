package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Collects in a field, so the second file begins with the first. */
@WrongAnswer("had read another file before")
public class KeepsWhatItReadBefore extends ReadToEnd {
  private final ByteArrayOutputStream all = new ByteArrayOutputStream();

  @Override
  public byte[] read(Path file) throws IOException {

    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (channel.read(chunk) != -1) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toByteArray();
    }
  }
}
