package workshop.completable.answers.writethenread;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Starts the force in a stage that no other stage waits for. */
  @WrongAnswer("or no step waits for the stage that calls it")
  public static class DoesNotWaitForTheForce extends WriteThenRead {
    @Override
    protected CompletableFuture<Void> write(Path file, ExecutorService executor) {
      return paths.using(
          file,
          Set.of(CREATE, TRUNCATE_EXISTING, WRITE),
          executor,
          channel -> {
            CompletableFuture<Void> written = channels.writeFully(channel, OwnProgram.TEXT);
            written.thenRunAsync(() -> force(channel), executor);
            return written;
          });
    }
  }
}
