package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Opens without truncating, so the end of a longer old text stays. */
@WrongAnswer("the old tail is still in the file")
public class SavesOverTheOldText extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }
}
