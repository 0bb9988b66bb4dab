package workshop.blocking.answers.writethenread;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link WriteThenRead} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  /** Has another thread do the work, and waits for that thread. */
  @WrongAnswer("another thread")
  public static class HandsTheWaitingToAnotherThread extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      CompletableFuture.runAsync(
              () -> {
                try {
                  super.run(file, out);
                } catch (IOException e) {
                  throw new UncheckedIOException(file + ": " + e.getMessage(), e);
                }
              })
          .join();
    }
  }
}
