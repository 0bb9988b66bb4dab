package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.RightAnswer;

/** Passes an error on if it names the file, and wraps it if it does not. */
@RightAnswer
public class AddsThePathIfItIsMissing extends NamedErrors {
  @Override
  public String load(Path file) throws IOException {

    try {
      return Files.readString(file);
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains(file.toString())) {
        throw e;
      }
      throw new FileSystemException(file.toString(), null, e.toString()) {
        @Override
        public synchronized Throwable getCause() {
          return e;
        }
      };
    }
  }
}
