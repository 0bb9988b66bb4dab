package workshop.blocking.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Its error names my_async_file.txt, whatever the file is called. */
  @WrongAnswer("An error without a path")
  public static class NamesAFixedFile extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(
            "my_async_file.txt: " + e.getClass().getSimpleName(),
            new IOException(e.getClass().getSimpleName()));
      }
    }
  }

  /** Names the file without its directories. */
  @WrongAnswer("with its directories")
  public static class NamesTheFileNameOnly extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        super.run(file, out);
      } catch (IOException e) {
        throw new IOException("cannot write or read " + file.getFileName(), e);
      }
    }
  }

  /** Names the file by its shortest absolute path. */
  @WrongAnswer("changed the path in its error")
  public static class NormalizesThePath extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      super.run(file.toAbsolutePath().normalize(), out);
    }
  }
}
