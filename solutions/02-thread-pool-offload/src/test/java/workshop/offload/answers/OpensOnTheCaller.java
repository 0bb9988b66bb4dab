package workshop.offload.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Opens the file on the caller's thread. */
@WrongAnswer("you blocked the caller")
public class OpensOnTheCaller extends CancellableRead {
  @Override
  public Future<byte[]> start(Path file, ExecutorService pool) {

    try {
      FileChannel channel = FileChannel.open(file, READ);
      return pool.submit(() -> {
        try (channel) {
          return super.readAll(file);
        }
      });
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
