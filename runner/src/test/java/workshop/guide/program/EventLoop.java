package workshop.guide.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;

/** The program of docs/rust-to-java.md with Vert.x. */
final class EventLoop {

  private EventLoop() {}

  static void main(String[] args) {
    String file = "my_async_file.txt";
    String text = "Hello, asynchronous Java!\nThis is a non-blocking operation.";
    OpenOptions emptyAndDurable = new OpenOptions().setTruncateExisting(true).setSync(true);

    Vertx vertx = Vertx.vertx();
    FileSystem files = vertx.fileSystem();

    System.out.println("Starting async write operation...");
    Future<Void> program =
        files
            .open(file, emptyAndDurable)
            .compose(out -> out.write(Buffer.buffer(text)).eventually(out::close))
            .compose(written -> {
              System.out.println("Successfully wrote to " + file);
              System.out.println("\nStarting async read operation...");
              return files.readFile(file);
            })
            .map(bytes -> {
              System.out.println("Successfully read " + bytes.length() + " bytes from the file.");
              System.out.println("File Contents:\n" + bytes.toString(UTF_8));
              return null;
            });
    try {
      program.await(); // main is not an event loop, so it may wait
    } finally {
      vertx.close().await();
    }
  }
}
