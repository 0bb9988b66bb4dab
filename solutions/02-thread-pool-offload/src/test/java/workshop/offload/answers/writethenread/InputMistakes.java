package workshop.offload.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead}: an input that they cannot handle. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Fails at the first malformed byte. */
  @WrongAnswer("The decoder is strict")
  public static class DecodesStrictly extends WriteThenRead {
    private static final String TEXT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.";

    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      Program program = new Program(file, out, runtime, new CompletableFuture<>());
      runtime.execute(() -> program.guarded(program::write));
      return program.end;
    }

    private record Program(
        Path file, PrintStream out, TinyRuntime runtime, CompletableFuture<Path> end) {

      void write() {
        out.println("Starting async write operation...");
        offload(this::store, this::read);
      }

      void read(Path written) {
        out.println("Successfully wrote to " + written.getFileName());
        out.println("\nStarting async read operation...");
        offload(() -> Storeroom.read(written), this::show);
      }

      void show(byte[] bytes) {
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        try {
          out.println("File Contents:\n" + UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
          end.complete(file);
        } catch (CharacterCodingException e) {
          end.completeExceptionally(e);
        }
      }

      <T> void offload(Callable<T> work, Consumer<T> next) {
        runtime.offload(work, done -> guarded(() -> next.accept(done.get())));
      }

      void guarded(Step step) {
        try {
          step.run();
        } catch (ExecutionException e) {
          end.completeExceptionally(e.getCause());
        } catch (Throwable e) {
          end.completeExceptionally(e);
        }
      }

      private Path store() throws IOException {
        Storeroom.write(file, TEXT.getBytes(UTF_8));
        return file;
      }
    }

    private interface Step {
      void run() throws Exception;
    }
  }
}
