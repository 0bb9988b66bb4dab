package workshop.offload.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  /** Has a blocking thread write, and reads on the loop. */
  @WrongAnswer("you blocked the loop")
  public static class ReadsOnTheLoop extends WriteThenRead {

    private static final String TEXT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.";

    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      CompletableFuture<Path> end = new CompletableFuture<>();
      runtime.execute(() -> {
        try {
          out.println("Starting async write operation...");
        } catch (RuntimeException e) {
          end.completeExceptionally(e);
          return;
        }
        runtime.offload(() -> write(file), written -> read(written, file, out, end));
      });
      return end;
    }

    private static Path write(Path file) throws IOException {
      Storeroom.write(file, TEXT.getBytes(UTF_8));
      return file;
    }

    private static void read(
        Future<Path> written, Path file, PrintStream out, CompletableFuture<Path> end) {
      try {
        out.println("Successfully wrote to " + written.get().getFileName());
        out.println("\nStarting async read operation...");
        byte[] bytes = Storeroom.read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
        end.complete(file);
      } catch (ExecutionException e) {
        end.completeExceptionally(e.getCause());
      } catch (Throwable e) {
        end.completeExceptionally(e);
      }
    }
  }
}
