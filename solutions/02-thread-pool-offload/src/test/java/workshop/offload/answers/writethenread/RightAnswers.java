package workshop.offload.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link WriteThenRead}, each built in another way. */
final class RightAnswers {

  /** Uses printf, and prints no newline after the text. */
  @RightAnswer
  public static class PrintsWithoutANewline extends WriteThenRead {
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
        out.printf("File Contents:%n%s", new String(bytes, UTF_8));
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

  /** Offloads each operation of the disk as a step of its own. */
  @RightAnswer
  public static class TakesSmallerSteps extends WriteThenRead {

    private static final byte[] TEXT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      CompletableFuture<Path> end = new CompletableFuture<>();
      runtime.execute(() ->
          guarded(
              end,
              () -> {
                out.println("Starting async write operation...");
                runtime.offload(
                    () -> FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE),
                    opened -> guarded(end, () -> write(opened.get(), file, out, runtime, end)));
              }));
      return end;
    }

    private void write(
        FileChannel channel,
        Path file,
        PrintStream out,
        TinyRuntime runtime,
        CompletableFuture<Path> end) {
      Callable<Path> writing =
          () -> {
            try (channel) {
              ByteBuffer rest = ByteBuffer.wrap(TEXT);
              while (rest.hasRemaining()) {
                channel.write(rest);
              }
              channel.force(true);
            }
            return file;
          };
      runtime.offload(
          writing,
          written ->
              guarded(
                  end,
                  () -> {
                    out.println("Successfully wrote to " + written.get().getFileName());
                    out.println("\nStarting async read operation...");
                    read(file, out, runtime, end);
                  }));
    }

    private void read(
        Path file, PrintStream out, TinyRuntime runtime, CompletableFuture<Path> end) {
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

  /** Reads like the blocking program: a virtual thread waits for each step that the loop ends. */
  @RightAnswer
  public static class WaitsForEachStepOnAVirtualThread extends WriteThenRead {

    private static final byte[] TEXT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      FutureTask<Path> program =
          new FutureTask<>(() -> {
            print("Starting async write operation...", out, runtime);
            await(
                runtime,
                () -> {
                  Storeroom.write(file, TEXT);
                  return file;
                });
            print("Successfully wrote to " + file.getFileName(), out, runtime);
            print("\nStarting async read operation...", out, runtime);
            byte[] bytes = await(runtime, () -> Storeroom.read(file));
            print("Successfully read " + bytes.length + " bytes from the file.", out, runtime);
            print("File Contents:\n" + new String(bytes, UTF_8), out, runtime);
            return file;
          });
      Thread.startVirtualThread(program);
      return program;
    }

    private static <T> T await(TinyRuntime runtime, Callable<T> work) throws Exception {
      CompletableFuture<Future<T>> resumed = new CompletableFuture<>();
      runtime.offload(work, resumed::complete);
      return resumed.get().get();
    }

    private static void print(String line, PrintStream out, TinyRuntime runtime) throws Exception {
      FutureTask<Boolean> printing = new FutureTask<>(() -> out.println(line), true);
      runtime.execute(printing);
      printing.get();
    }
  }

  /** Reports the same error in other words. */
  @RightAnswer
  public static class WordsTheErrorDifferently extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try (TinyRuntime runtime = new TinyRuntime()) {
        try {
          start(file, out, runtime).get();
        } catch (ExecutionException e) {
          throw new IOException("failed on " + file, e.getCause());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("interrupted: " + file);
        }
      }
    }
  }
}
