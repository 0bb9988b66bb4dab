package workshop.offload.answers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.RightAnswer;

/** Collects the chunks in a list, and checks the flag between them. */
@RightAnswer
public class CollectsAList extends CancellableRead {
  @Override
  protected byte[] readAll(Path file) throws IOException {

    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (channel.read(chunk) != -1) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("canceled while reading " + file);
        }
      }
      return all.toByteArray();
    }
  }
}
