package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** allOf, assumed to fail as soon as one has failed. */
@WrongAnswer(value = "allOf is complete when all of its futures are", kind = AnswerKind.PROMISE)
public class WaitsForAllBeforeItFails extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    byte[][] contents = new byte[files.size()][];
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          for (int i; (i = next.getAndIncrement()) < files.size(); ) {
            contents[i] = read(files.get(i));
          }
        };
    return CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(lane, executor))
                .limit(limit)
                .toArray(CompletableFuture[]::new))
        .thenApply(done -> Arrays.asList(contents));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
