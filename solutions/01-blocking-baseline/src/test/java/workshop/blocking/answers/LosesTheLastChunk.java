package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Keeps a chunk only once it is full, and loses the last one. */
@WrongAnswer("each read returned")
public class LosesTheLastChunk extends ReadToEnd {
  @Override
  public byte[] read(Path file) throws IOException {

    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (channel.read(chunk) != -1) {
        if (!chunk.hasRemaining()) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
      }
      return all.toByteArray();
    }
  }
}
