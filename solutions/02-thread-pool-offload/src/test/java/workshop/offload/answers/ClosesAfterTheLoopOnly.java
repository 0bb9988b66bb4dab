package workshop.offload.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Calls close() after the loop, so an exception in the loop leaves the file open. */
@WrongAnswer("Left open: stock.txt")
public class ClosesAfterTheLoopOnly extends CancellableRead {

  @Override
  public Future<byte[]> start(Path file, ExecutorService pool) {
    return pool.submit(() -> {
      FileChannel channel = FileChannel.open(file, READ);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (channel.read(chunk) != -1) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      channel.close();
      return all.toByteArray();
    });
  }
}
