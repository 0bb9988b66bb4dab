package workshop.blocking.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  /** Writes on its caller's thread, and has another thread read. */
  @WrongAnswer("which is not the caller of run()")
  public static class HasAnotherThreadRead extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = readElsewhere(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }

    private static byte[] readElsewhere(Path file) throws IOException {
      try {
        return CompletableFuture.supplyAsync(() -> read(file), Thread::startVirtualThread).join();
      } catch (CompletionException e) {
        throw new IOException(e.getCause());
      }
    }

    private static byte[] read(Path file) {
      try {
        return new ReadToEnd().read(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }
}
