package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Calls write once and ignores how many bytes it took, so a full disk goes unnoticed. */
@WrongAnswer("a write took fewer bytes than it was given")
public class SavesTheFirstBytes extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      channel.write(UTF_8.encode(text));
    } catch (IOException e) {
      throw new IOException("cannot write " + file, e);
    }
  }
}
