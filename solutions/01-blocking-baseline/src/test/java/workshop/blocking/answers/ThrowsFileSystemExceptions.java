package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.RightAnswer;

/** Throws FileSystemException, as the JDK does for errors that belong to a file. */
@RightAnswer
public class ThrowsFileSystemExceptions extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (FileSystemException named) {
      throw named;
    } catch (IOException e) {
      FileSystemException named =
          new FileSystemException(file.toString(), null, String.valueOf(e.getMessage()));
      named.initCause(e);
      throw named;
    }
  }
}
