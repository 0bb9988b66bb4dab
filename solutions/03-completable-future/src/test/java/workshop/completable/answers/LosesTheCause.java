package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The new exception has no cause. */
@WrongAnswer(value = "cause", kind = AnswerKind.WORDS)
public class LosesTheCause extends WriteThenRead {
  @Override
  protected IOException naming(Path file, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return new IOException(file + ": " + cause);
  }
}
