package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Converts the content to a String, which loses bytes that are not text. */
@WrongAnswer("They went through a String")
public class WritesTextOnly extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    Files.writeString(file, new String(content, UTF_8));
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      channel.force(true);
    }
  }
}
