package workshop.blocking.answers;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Writes beside the target and moves the file. If the move fails, the temporary file stays. */
@WrongAnswer("left behind: [menu.txt.tmp]")
public class LeavesItsTemporaryFile extends NamedErrors {
  @Override
  public void save(Path file, String text) throws IOException {

    try {
      Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
      Files.writeString(temporary, text);
      Files.move(temporary, file, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + e, e);
    }
  }
}
