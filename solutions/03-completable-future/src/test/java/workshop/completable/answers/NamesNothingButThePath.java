package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The message of a missing file is its path, and the reason is lost. */
@WrongAnswer(value = "without its path", kind = AnswerKind.WORDS)
public class NamesNothingButThePath extends WriteThenRead {
  @Override
  protected IOException naming(Path file, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return new IOException(cause.getMessage(), cause);
  }
}
