package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.WrongAnswer;

/** An unchecked exception of one file loses all the others. */
@WrongAnswer("tryAll(...) failed with it")
public class CatchesIoExceptionsOnly extends ManyFiles {
  @Override
  protected Result attempt(Path file) {
    try {
      return new Result.Content(file, Files.readAllBytes(file));
    } catch (IOException e) {
      return new Result.Failure(file, e);
    }
  }
}
