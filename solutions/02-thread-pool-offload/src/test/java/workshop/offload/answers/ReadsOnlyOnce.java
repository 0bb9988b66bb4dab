package workshop.offload.answers;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Calls read once, with a buffer as large as the file. */
@WrongAnswer("a short read is not the end")
public class ReadsOnlyOnce extends OffloadedRead {
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
