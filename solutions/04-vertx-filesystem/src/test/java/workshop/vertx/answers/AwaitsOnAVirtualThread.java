package workshop.vertx.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WriteThenRead;

/** Reads from top to bottom, as the guide does. */
@RightAnswer
public class AwaitsOnAVirtualThread extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    Promise<Void> done = Promise.promise();
    return vertx
        .deployVerticle(
            context -> {
              try {
                steps(vertx, file, out);
                done.complete();
              } catch (Exception e) {
                done.fail(new IOException(file + ": " + e.getMessage(), e));
              }
              return Future.succeededFuture();
            },
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .compose(vertx::undeploy)
        .compose(gone -> done.future());
  }

  private static void steps(Vertx vertx, Path file, PrintStream out) {
    FileSystem files = vertx.fileSystem();
    out.println("Starting async write operation...");
    OpenOptions forWriting = new OpenOptions().setTruncateExisting(true).setSync(true);
    AsyncFile target = files.open(file.toString(), forWriting).await();
    try {
      target
          .write(Buffer.buffer("Hello, asynchronous Java!\nThis is a non-blocking operation."))
          .await();
    } finally {
      target.close().await();
    }
    out.println("Successfully wrote to " + file.getFileName());

    out.println("\nStarting async read operation...");
    Buffer all = Buffer.buffer();
    AsyncFile source = files.open(file.toString(), new OpenOptions().setCreate(false)).await();
    try {
      Buffer next;
      do {
        next = source.read(Buffer.buffer(), 0, all.length(), 1000).await();
        all.appendBuffer(next);
      } while (next.length() > 0);
    } finally {
      source.close().await();
    }
    out.println("Successfully read " + all.length() + " bytes from the file.");
    out.println("File Contents:\n" + all.toString(UTF_8));
  }
}
