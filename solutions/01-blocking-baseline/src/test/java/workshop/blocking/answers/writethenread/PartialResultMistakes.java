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

/** Wrong answers to {@link WriteThenRead} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Takes a failed read for an empty file. */
  @WrongAnswer("as if nothing had happened")
  public static class SwallowsAFailedRead extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes;
        try {
          bytes = new ReadToEnd().read(file);
        } catch (IOException e) {
          bytes = new byte[0];
        }
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }
}
