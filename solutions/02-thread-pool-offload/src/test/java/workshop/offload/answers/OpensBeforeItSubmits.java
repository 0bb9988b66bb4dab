package workshop.offload.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Opens the file on the caller's thread, and submits the reading only. */
@WrongAnswer("you blocked the caller")
public class OpensBeforeItSubmits extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    try {
      InputStream in = Files.newInputStream(file);
      return pool.submit(() -> {
        try (in) {
          return in.readAllBytes();
        }
      });
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
