package workshop.offload.answers;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reads until a buffer of 1 MiB is full. */
@WrongAnswer("A part of the file is taken for the whole")
public class OffloadsOneMebibyte extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    return pool.submit(() -> {
      try (FileChannel channel = FileChannel.open(file)) {
        ByteBuffer all = ByteBuffer.allocate(1 << 20);
        while (all.hasRemaining() && channel.read(all) != -1) {
          // go on
        }
        return Arrays.copyOf(all.array(), all.position());
      }
    });
  }
}
