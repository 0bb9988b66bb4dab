package workshop.offload.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Ends its loop at an interrupt, and returns what it has by then. */
@WrongAnswer("takes a part of the file for the whole")
public class EndsTheLoopWhenInterrupted extends CancellableRead {
  @Override
  protected byte[] readAll(Path file) throws IOException {

    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (!Thread.interrupted() && channel.read(chunk) != -1) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toByteArray();
    }
  }
}
