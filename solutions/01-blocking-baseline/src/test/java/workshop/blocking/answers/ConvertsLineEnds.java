package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Turns Windows line ends into Unix ones, byte by byte. */
@WrongAnswer("photo.bin")
public class ConvertsLineEnds extends WriteFully {
  @Override
  public void write(Path file, byte[] content) throws IOException {

    String text = new String(content, ISO_8859_1).replace("\r\n", "\n");
    super.write(file, text.getBytes(ISO_8859_1));
  }
}
