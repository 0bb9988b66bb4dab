package workshop.offload.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reads at most 128 chunks. */
@WrongAnswer("returned 640000 bytes")
public class ReadsAFixedNumberOfChunks extends CancellableRead {
  @Override
  protected byte[] readAll(Path file) throws IOException {

    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      for (int i = 0; i < 128 && channel.read(chunk) != -1; i++) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toByteArray();
    }
  }
}
