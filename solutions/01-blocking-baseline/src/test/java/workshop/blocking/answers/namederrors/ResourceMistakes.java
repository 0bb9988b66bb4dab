package workshop.blocking.answers.namederrors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link NamedErrors} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Names the file in the error, but leaves the partial file behind. */
  @WrongAnswer("mistakes half a file for a whole one")
  public static class LeavesHalfAFile extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      try {
        Files.writeString(file, text, UTF_8);
      } catch (IOException e) {
        throw new IOException("cannot write " + file, e);
      }
    }
  }

  /** Writes beside the target and moves the file. If the move fails, the temporary file stays. */
  @WrongAnswer("left these files behind: [menu.txt.tmp]")
  public static class LeavesItsTemporaryFile extends NamedErrors {
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

  /** Copies an older file first. If the write fails, the copy stays. */
  @WrongAnswer("it should contain only")
  public static class LeavesABackup extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      Path backup = file.resolveSibling(file.getFileName() + "~");
      boolean existed = Files.isRegularFile(file);
      if (existed) {
        Files.copy(file, backup);
      }
      super.save(file, text);
      if (existed) {
        Files.delete(backup);
      }
    }
  }
}
