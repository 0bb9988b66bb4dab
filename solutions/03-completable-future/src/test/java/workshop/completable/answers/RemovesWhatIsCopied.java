package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Tidies up, against the order. */
@WrongAnswer(value = "copy.txt is gone", kind = AnswerKind.PROMISE)
public class RemovesWhatIsCopied extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    CompletableFuture<Long> copied = super.copy(from, to, deadline, executor);
    copied.exceptionally(e -> {
      try {
        Files.deleteIfExists(to);
      } catch (IOException deleting) {
        e.addSuppressed(deleting);
      }
      return 0L;
    });
    return copied;
  }
}
