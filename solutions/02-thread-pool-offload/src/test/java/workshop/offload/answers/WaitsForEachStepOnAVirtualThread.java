package workshop.offload.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Reads like the blocking program: a virtual thread waits for each step that the loop ends. */
@RightAnswer
public class WaitsForEachStepOnAVirtualThread extends WriteThenRead {

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
