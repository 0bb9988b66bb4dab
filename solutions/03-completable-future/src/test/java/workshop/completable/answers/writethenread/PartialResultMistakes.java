package workshop.completable.answers.writethenread;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead}: they take a part, or nothing, for success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Prints the text from memory. */
  @WrongAnswer("read")
  public static class PrintsTheTextFromMemory extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      out.println("Starting async write operation...");
      return write(file, executor)
          .thenCompose(written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println();
            out.println("Starting async read operation...");
            return read(file, executor);
          })
          .thenAccept(bytes -> {
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:");
            out.println("Hello, asynchronous Java!\nThis is a non-blocking operation.");
          })
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(naming(file, failure)));
    }
  }
}
