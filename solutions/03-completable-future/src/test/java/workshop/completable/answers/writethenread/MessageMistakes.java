package workshop.completable.answers.writethenread;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Throws a new exception without a cause. */
  @WrongAnswer("cause")
  public static class LosesTheCause extends WriteThenRead {
    @Override
    protected IOException naming(Path file, Throwable failure) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      return new IOException(file + ": " + cause);
    }
  }

  /** Passes on only the message, which for a missing file is only its path. */
  @WrongAnswer("without a path")
  public static class NamesNothingButThePath extends WriteThenRead {
    @Override
    protected IOException naming(Path file, Throwable failure) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      return new IOException(cause.getMessage(), cause);
    }
  }

  /** Makes the wrapper the cause. */
  @WrongAnswer("the cause of your IOException is java.util.concurrent.CompletionException")
  public static class KeepsTheWrapperAsTheCause extends WriteThenRead {
    @Override
    protected IOException naming(Path file, Throwable failure) {
      return new IOException(file + ": " + failure.getMessage(), failure);
    }
  }
}
