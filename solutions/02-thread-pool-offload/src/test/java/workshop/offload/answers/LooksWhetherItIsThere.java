package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Asks the disk before it hands over: that is an operation, too. */
@WrongAnswer("you blocked the caller")
public class LooksWhetherItIsThere extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    if (!Files.isReadable(file)) {
      return CompletableFuture.failedFuture(new NoSuchFileException(file.toString()));
    }
    return super.read(file, pool);
  }
}
