package workshop.guide.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;

/** The program of docs/rust-to-java.md with Vert.x on a virtual thread. */
final class VirtualThread extends VerticleBase {

  @Override
  public Future<?> start() {
    String file = "my_async_file.txt";
    String text = "Hello, asynchronous Java!\nThis is a non-blocking operation.";
    FileSystem files = vertx.fileSystem();

    System.out.println("Starting async write operation...");
    OpenOptions emptyAndDurable = new OpenOptions().setTruncateExisting(true).setSync(true);
    AsyncFile out = files.open(file, emptyAndDurable).await();
    out.write(Buffer.buffer(text)).eventually(out::close).await();
    System.out.println("Successfully wrote to " + file);

    System.out.println("\nStarting async read operation...");
    Buffer bytes = files.readFile(file).await();
    System.out.println("Successfully read " + bytes.length() + " bytes from the file.");
    System.out.println("File Contents:\n" + bytes.toString(UTF_8));
    return Future.succeededFuture();
  }

  static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    DeploymentOptions virtual =
        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    try {
      vertx.deployVerticle(new VirtualThread(), virtual).await();
    } finally {
      vertx.close().await();
    }
  }
}
