package workshop.blocking.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Deletes the file at the end. */
@WrongAnswer("There is no file my_async_file.txt")
public class DeletesTheFile extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try {
      super.run(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
