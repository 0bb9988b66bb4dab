package workshop.completable.answers.readaheadpipeline;

import static java.nio.file.StandardOpenOption.READ;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadAheadPipeline} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /**
   * Completes the future in the last statement of the block, but the block closes only after that.
   */
  @WrongAnswer("the disk still holds the close")
  public static class CompletesBeforeTheFileIsClosed extends ReadAheadPipeline {
    @Override
    public <R> CompletableFuture<R> process(
        Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
      CompletableFuture<R> result = new CompletableFuture<>();
      io.execute(() -> {
        try (FileChannel channel = FileChannel.open(file, READ)) {
          result.complete(
              new OwnPipeline().rounds(channel, chunkSize, work, compute, cores, result));
        } catch (Throwable e) {
          result.completeExceptionally(e);
        }
      });
      return result;
    }
  }
}
