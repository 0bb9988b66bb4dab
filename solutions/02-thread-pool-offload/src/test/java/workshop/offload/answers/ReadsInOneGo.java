package workshop.offload.answers;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** One read into a buffer of the size that the file has: whatever that read brings. */
@WrongAnswer("a short read is not the end")
public class ReadsInOneGo extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    return pool.submit(() -> {
      try (FileChannel channel = FileChannel.open(file)) {
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        channel.read(bytes);
        return bytes.array();
      }
    });
  }
}
