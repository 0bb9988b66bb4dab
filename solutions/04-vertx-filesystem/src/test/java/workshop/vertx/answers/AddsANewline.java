package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;
import workshop.vertx.WriteThenRead;

/** A text file ends with a newline, they say. */
@WrongAnswer("???")
public class AddsANewline extends WriteThenRead {

@Override
public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
out.println("Starting async write operation...");
return new DurableFile().write(vertx, file, Buffer.buffer("Hello, asynchronous Java!\nThis is a non-blocking operation.\n")).compose(w -> { out.println("Successfully wrote to " + file.getFileName()); out.println("\nStarting async read operation..."); return read(vertx, file); })
  .<Void>map(b -> { show(b, out); return null; }).recover(e -> Future.failedFuture(new IOException(file + ": " + e, e)));
}
}
