package workshop.vertx.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Malformed bytes are an error. */
@WrongAnswer(value = "The decoder is strict", kind = AnswerKind.INPUT)
public class DecodesStrictly extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.println("Starting async write operation...");
    return write(vertx, file)
        .compose(w -> {
          out.println("Successfully wrote to " + file.getFileName());
          out.println("\nStarting async read operation...");
          return read(vertx, file);
        })
        .compose(b -> {
          try {
            String t = UTF_8.newDecoder().decode(ByteBuffer.wrap(b.getBytes())).toString();
            out.println("Successfully read " + b.length() + " bytes from the file.");
            out.println("File Contents:\n" + t);
            return Future.<Void>succeededFuture();
          } catch (IOException e) {
            return Future.failedFuture(e);
          }
        })
        .recover(e -> Future.failedFuture(new IOException(file + ": " + e, e)));
  }
}
