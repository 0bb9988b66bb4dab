package workshop.completable.answers;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.RightAnswer;

/** Reads each file with a stream. */
@RightAnswer
public class ReadsWithAStream extends ManyFiles {
  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return inLanes(
        files,
        limit,
        executor,
        file -> {
          try (InputStream in = Files.newInputStream(file)) {
            return in.readAllBytes();
          }
        });
  }
}
