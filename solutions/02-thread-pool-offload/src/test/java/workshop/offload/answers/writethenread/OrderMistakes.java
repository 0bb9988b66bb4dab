package workshop.offload.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
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

/** Wrong answers to {@link WriteThenRead}: two steps are in the wrong order, or in none. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Completes the end before the text is shown. */
  @WrongAnswer("ended as a success")
  public static class EndsBeforeItShows extends WriteThenRead {
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
        end.complete(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
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

  /** Hands over the read together with the write. */
  @WrongAnswer("while its write was still under way")
  public static class ReadsWhileItWrites extends WriteThenRead {
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
        CompletableFuture<byte[]> bytes = new CompletableFuture<>();
        offload(this::store, this::report);
        offload(() -> Storeroom.read(file), this::show);
      }

      void report(Path written) {
        out.println("Successfully wrote to " + written.getFileName());
        out.println("\nStarting async read operation...");
      }

      void show(byte[] bytes) {
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
        end.complete(file);
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

  /** Catches the interrupt outside the try, so close() waits before the catch runs. */
  @WrongAnswer("closes before its own catch clauses run")
  public static class WaitsInCloseWhenInterrupted extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try (TinyRuntime runtime = new TinyRuntime()) {
        start(file, out, runtime).get();
      } catch (ExecutionException e) {
        throw new IOException(file + ": " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted: " + file);
      }
    }
  }
}
