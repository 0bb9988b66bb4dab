package workshop.completable.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;

/** A program whose parts the wrong answers override. Without overrides, it is right. */
class OwnProgram extends WriteThenRead {

  static final byte[] TEXT =
      "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    out.println("Starting async write operation...");
    return write(file, executor)
        .thenCompose(_ -> {
          report(file, out);
          return read(file, executor);
        })
        .thenAccept(bytes -> show(bytes, out))
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(naming(file, failure)));
  }

  void report(Path file, PrintStream out) {
    out.println("Successfully wrote to " + file.getFileName());
    out.println("\nStarting async read operation...");
  }

  void show(byte[] bytes, PrintStream out) {
    out.println("Successfully read " + bytes.length + " bytes from the file.");
    out.println("File Contents:\n" + text(bytes));
  }

  String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
