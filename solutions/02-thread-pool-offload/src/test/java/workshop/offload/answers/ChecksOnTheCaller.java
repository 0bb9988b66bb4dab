package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Checks on the caller's thread whether the file exists. */
@WrongAnswer("you blocked the caller")
public class ChecksOnTheCaller extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    if (!Files.isReadable(file)) {
      return CompletableFuture.failedFuture(new NoSuchFileException(file.toString()));
    }
    return super.read(file, pool);
  }
}
