package workshop.vertx.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WriteThenRead;

/** printf in place of println. */
@RightAnswer
public class PrintsWithPrintf extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.print("Starting async write operation...\n");
    return write(vertx, file)
        .compose(w -> {
          out.printf(
              "Successfully wrote to %s%n%nStarting async read operation...%n", file.getFileName());
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
