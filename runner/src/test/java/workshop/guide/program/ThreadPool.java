package workshop.guide.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The program of docs/rust-to-java.md with a thread pool. */
final class ThreadPool {

  private ThreadPool() {}

  static void main(String[] args) throws InterruptedException, ExecutionException {
    Path file = Path.of("my_async_file.txt");
    String text = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      System.out.println("Starting async write operation...");
      Future<Path> written = pool.submit(() -> Steps.write(file, text.getBytes(UTF_8)));
      // Here this thread is free.
      System.out.println("Successfully wrote to " + written.get());

      System.out.println("\nStarting async read operation...");
      Future<byte[]> read = pool.submit(() -> Steps.read(file));
      // And here.
      byte[] bytes = read.get();
      System.out.println("Successfully read " + bytes.length + " bytes from the file.");
      System.out.println("File Contents:\n" + new String(bytes, UTF_8));
    }
  }
}
