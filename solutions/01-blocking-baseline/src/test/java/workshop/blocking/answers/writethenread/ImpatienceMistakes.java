package workshop.blocking.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  /** Has another thread write, and waits one second for it. */
  @WrongAnswer("The operation failed, but the program continued and printed")
  public static class WaitsASecondForItsThread extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        Thread writer =
            Thread.ofPlatform()
                .daemon()
                .start(() -> {
                  try {
                    new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
        try {
          writer.join(1000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }
}
