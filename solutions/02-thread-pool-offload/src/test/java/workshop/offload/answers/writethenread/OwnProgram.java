package workshop.offload.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;

/** One run of a program whose parts the wrong answers override. Without overrides, it is right. */
class OwnProgram {

  static final byte[] TEXT =
      "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

  final Path file;
  final PrintStream out;
  final TinyRuntime runtime;
  final CompletableFuture<Path> end = new CompletableFuture<>();

  OwnProgram(Path file, PrintStream out, TinyRuntime runtime) {
    this.file = file;
    this.out = out;
    this.runtime = runtime;
  }

  Future<?> start() {
    runtime.execute(() -> guarded(this::write));
    return end;
  }

  void write() {
    announce();
    offload(this::store, this::read);
  }

  void announce() {
    out.println("Starting async write operation...");
  }

  Path store() throws IOException {
    Storeroom.write(file, TEXT);
    return file;
  }

  void read(Path written) {
    report(written);
    offload(() -> Storeroom.read(written), this::show);
  }

  void report(Path written) {
    out.println("Successfully wrote to " + written.getFileName());
    out.println("\nStarting async read operation...");
  }

  void show(byte[] bytes) {
    out.println("Successfully read " + bytes.length + " bytes from the file.");
    showText(new String(bytes, UTF_8));
    end.complete(file);
  }

  void showText(String text) {
    out.println("File Contents:\n" + text);
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

  interface Step {
    void run() throws Exception;
  }
}
