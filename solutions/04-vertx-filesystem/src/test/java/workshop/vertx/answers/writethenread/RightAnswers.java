package workshop.vertx.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WriteThenRead;

/** Right answers to {@link WriteThenRead}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Awaits each step on a virtual-thread context. */
  @RightAnswer
  public static class AwaitsOnAVirtualThread extends WriteThenRead {

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

  /** Prints with printf instead of println. */
  @RightAnswer
  public static class PrintsWithPrintf extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      out.print("Starting async write operation...\n");
      return write(vertx, file)
          .compose(w -> {
            out.printf(
                "Successfully wrote to %s%n%nStarting async read operation...%n",
                file.getFileName());
            return read(vertx, file);
          })
          .<Void>map(b -> {
            out.printf(
                "Successfully read %d bytes from the file.%nFile Contents:%n%s%n",
                b.length(), b.toString(UTF_8));
            return null;
          })
          .recover(e -> Future.failedFuture(new IOException("cannot write or read " + file, e)));
    }
  }

  /** Reads with a handler, an end handler, an exception handler and a promise. */
  @RightAnswer
  public static class ReadsWithAHandler extends WriteThenRead {

    @Override
    protected Future<Buffer> read(Vertx vertx, Path file) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(opened -> {
            Promise<Buffer> read = Promise.promise();
            Buffer all = Buffer.buffer();
            opened
                .exceptionHandler(read::tryFail)
                .endHandler(end -> read.tryComplete(all))
                .handler(all::appendBuffer);
            return read.future().eventually(opened::close);
          });
    }
  }

  /** Does everything with blocking calls, on a worker, without an order. */
  @RightAnswer
  public static class WaitsOnAWorker extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      return vertx.executeBlocking(
          () -> {
            try {
              out.println("Starting async write operation...");
              try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
                ByteBuffer rest =
                    UTF_8.encode("Hello, asynchronous Java!\nThis is a non-blocking operation.");
                while (rest.hasRemaining()) {
                  channel.write(rest);
                }
                channel.force(true);
              }
              out.println("Successfully wrote to " + file.getFileName());
              out.println("\nStarting async read operation...");
              byte[] bytes = Files.readAllBytes(file);
              out.println("Successfully read " + bytes.length + " bytes from the file.");
              out.println("File Contents:\n" + new String(bytes, UTF_8));
              return null;
            } catch (IOException e) {
              throw new IOException(file + ": " + e.getMessage(), e);
            }
          },
          false);
    }
  }

  /** Writes with a file channel on a worker, and reads a stream. */
  @RightAnswer
  public static class WritesOnAWorkerReadsAsAStream extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      out.println("Starting async write operation...");
      return vertx
          .executeBlocking(
              () -> {
                try (FileChannel c =
                    FileChannel.open(
                        file,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
                  ByteBuffer b =
                      UTF_8.encode("Hello, asynchronous Java!\nThis is a non-blocking operation.");
                  while (b.hasRemaining()) {
                    c.write(b);
                  }
                  c.force(true);
                }
                return null;
              },
              false)
          .compose(w -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            return read(vertx, file);
          })
          .<Void>map(b -> {
            show(b, out);
            return null;
          })
          .recover(e -> Future.failedFuture(new IOException(file + ": " + e, e)));
    }
  }
}
