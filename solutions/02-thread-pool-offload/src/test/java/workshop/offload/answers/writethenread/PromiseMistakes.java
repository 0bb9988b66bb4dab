package workshop.offload.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
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

/** Wrong answers to {@link WriteThenRead} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Does not set the interrupt flag again. */
  @WrongAnswer("still waits")
  public static class LosesTheFlag extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try (TinyRuntime runtime = new TinyRuntime()) {
        try {
          start(file, out, runtime).get();
        } catch (ExecutionException e) {
          throw new IOException(file + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
          throw new InterruptedIOException("interrupted: " + file);
        }
      }
    }
  }

  /** Fails the end if the disk fails, and not if a continuation throws. */
  @WrongAnswer("waits forever")
  public static class LosesWhatAContinuationThrows extends WriteThenRead {

    private static final byte[] TEXT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      CompletableFuture<Path> end = new CompletableFuture<>();
      runtime.execute(() -> out.println("Starting async write operation..."));
      runtime.offload(
          () -> {
            Storeroom.write(file, TEXT);
            return file;
          },
          written -> {
            if (failed(written, end)) {
              return;
            }
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            runtime.offload(
                () -> Storeroom.read(file),
                read -> {
                  if (failed(read, end)) {
                    return;
                  }
                  byte[] bytes = read.resultNow();
                  out.println("Successfully read " + bytes.length + " bytes from the file.");
                  out.println("File Contents:\n" + new String(bytes, UTF_8));
                  end.complete(file);
                });
          });
      return end;
    }

    private static boolean failed(Future<?> step, CompletableFuture<?> end) {
      return step.state() == Future.State.FAILED && end.completeExceptionally(step.exceptionNow());
    }
  }

  /** Guards the continuations, and not the task that starts the program. */
  @WrongAnswer("\"Starting async write")
  public static class LosesWhatTheFirstTaskThrows extends WriteThenRead {

    private static final byte[] TEXT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      CompletableFuture<Path> end = new CompletableFuture<>();
      runtime.execute(() -> {
        out.println("Starting async write operation...");
        runtime.offload(
            () -> {
              Storeroom.write(file, TEXT);
              return file;
            },
            written -> guarded(end, () -> goOn(written.get(), out, runtime, end)));
      });
      return end;
    }

    private static void goOn(
        Path file, PrintStream out, TinyRuntime runtime, CompletableFuture<Path> end) {
      out.println("Successfully wrote to " + file.getFileName());
      out.println("\nStarting async read operation...");
      runtime.offload(
          () -> Storeroom.read(file),
          read ->
              guarded(
                  end,
                  () -> {
                    out.println("Successfully read " + read.get().length + " bytes from the file.");
                    out.println("File Contents:\n" + new String(read.get(), UTF_8));
                    end.complete(file);
                  }));
    }

    private interface Step {
      void run() throws Exception;
    }

    private static void guarded(CompletableFuture<Path> end, Step step) {
      try {
        step.run();
      } catch (Throwable e) {
        end.completeExceptionally(e);
      }
    }
  }
}
