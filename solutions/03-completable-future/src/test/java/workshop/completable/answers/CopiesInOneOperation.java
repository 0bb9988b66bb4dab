package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Uses Files.copy, which cannot be stopped. */
@WrongAnswer(value = "It cannot be stopped in the middle", kind = AnswerKind.RESOURCE)
public class CopiesInOneOperation extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                return Files.size(to);
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            },
            executor)
        .orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS);
  }
}
