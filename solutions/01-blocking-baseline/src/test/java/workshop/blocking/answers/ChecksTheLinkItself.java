package workshop.blocking.answers;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.RightAnswer;

/** Checks without following links, and never deletes what a link leads to. */
@RightAnswer
public class ChecksTheLinkItself extends NamedErrors {
  @Override
  public void save(Path file, String text) throws IOException {

    boolean existed = Files.exists(file, NOFOLLOW_LINKS);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      IOException named = new IOException("cannot write " + file + ": " + e, e);
      try {
        if (!existed) {
          Files.deleteIfExists(file);
        }
      } catch (IOException second) {
        named.addSuppressed(second);
      }
      throw named;
    }
  }
}
