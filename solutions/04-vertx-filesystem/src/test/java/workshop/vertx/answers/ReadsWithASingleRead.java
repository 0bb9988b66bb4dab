package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;
import workshop.vertx.WriteThenRead;

/** FileSystem.readFile asks for the size and then reads once: a short read ends it. */
@WrongAnswer(value = "A read that returns fewer bytes", kind = AnswerKind.PARTIAL_RESULT)
public class ReadsWithASingleRead extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.println("Starting async write operation...");
    return new DurableFile()
        .write(vertx, file, Buffer.buffer(TEXT))
        .compose(written -> {
          out.println("Successfully wrote to " + file.getFileName());
          out.println("\nStarting async read operation...");
          return vertx.fileSystem().readFile(file.toString());
        })
        .<Void>map(bytes -> {
          out.println("Successfully read " + bytes.length() + " bytes from the file.");
          out.println("File Contents:\n" + bytes);
          return null;
        })
        .recover(e -> Future.failedFuture(new IOException(file + ": " + e.getMessage(), e)));
  }

  private static final String TEXT = "Hello, asynchronous Java!\nThis is a non-blocking operation.";
}
