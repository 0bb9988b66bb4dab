package workshop.offload.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Offloads each operation of the disk as a step of its own. */
@RightAnswer
public class TakesSmallerSteps extends WriteThenRead {

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

  private void read(Path file, PrintStream out, TinyRuntime runtime, CompletableFuture<Path> end) {
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
