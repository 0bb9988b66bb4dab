package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Loads through java.io, which the watched disk cannot see. */
@WrongAnswer("java.io")
public class LoadsThroughJavaIo extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IOException("cannot read " + file, e);
    }
  }
}
