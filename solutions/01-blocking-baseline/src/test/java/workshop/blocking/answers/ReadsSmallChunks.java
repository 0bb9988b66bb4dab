package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.RightAnswer;

/** Uses a tiny buffer, which is slow and right. */
@RightAnswer
public class ReadsSmallChunks extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer few = ByteBuffer.allocate(16);
      while (channel.read(few) != -1) {
        all.write(few.array(), 0, few.position());
        few.clear();
      }
      return all.toByteArray();
    }
  }
}
