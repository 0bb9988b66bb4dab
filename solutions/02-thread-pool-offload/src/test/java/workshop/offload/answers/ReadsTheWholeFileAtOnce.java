package workshop.offload.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reads the whole file in one read, so a cancel comes too late. */
@WrongAnswer("there is no next chunk")
public class ReadsTheWholeFileAtOnce extends CancellableRead {
  @Override
  protected byte[] readAll(Path file) throws IOException {

    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer all = ByteBuffer.allocate((int) channel.size());
      while (all.hasRemaining() && channel.read(all) != -1) {
        // go on
      }
      return all.array();
    }
  }
}
