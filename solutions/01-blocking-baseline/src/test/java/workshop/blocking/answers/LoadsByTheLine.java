package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.RightAnswer;

/** Reads by the line and names what the reader throws. */
@RightAnswer
public class LoadsByTheLine extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new IOException("cannot read " + file.toAbsolutePath(), e);
    }
  }
}
