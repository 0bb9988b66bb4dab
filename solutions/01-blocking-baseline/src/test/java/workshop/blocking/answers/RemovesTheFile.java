package workshop.blocking.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Somebody's file is not this program's to remove. */
@WrongAnswer("There is no file my_async_file.txt")
public class RemovesTheFile extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try {
      super.run(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
