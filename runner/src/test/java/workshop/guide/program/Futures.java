package workshop.guide.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The program of docs/rust-to-java.md with CompletableFuture. */
final class Futures {

  private Futures() {}

  static void main(String[] args) {
    Path file = Path.of("my_async_file.txt");
    String text = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      System.out.println("Starting async write operation...");
      CompletableFuture<Void> program =
          CompletableFuture.supplyAsync(() -> Steps.write(file, text.getBytes(UTF_8)), pool)
              .thenCompose(written -> {
                System.out.println("Successfully wrote to " + written);
                System.out.println("\nStarting async read operation...");
                return CompletableFuture.supplyAsync(() -> Steps.read(written), pool);
              })
              .thenAccept(bytes -> {
                System.out.println("Successfully read " + bytes.length + " bytes from the file.");
                System.out.println("File Contents:\n" + new String(bytes, UTF_8));
              });
      // Here this thread is free, until it waits for the end of the program.
      program.join();
    }
  }
}
