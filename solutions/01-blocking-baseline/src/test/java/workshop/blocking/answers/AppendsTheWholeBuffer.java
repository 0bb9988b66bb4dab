package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Appends the whole buffer after each read, with bytes that were there before. */
@WrongAnswer("append exactly what each read returned")
public class AppendsTheWholeBuffer extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(16);
      while (channel.read(chunk) != -1) {
        all.write(chunk.array());
        chunk.clear();
      }
      return all.toByteArray();
    }
  }
}
