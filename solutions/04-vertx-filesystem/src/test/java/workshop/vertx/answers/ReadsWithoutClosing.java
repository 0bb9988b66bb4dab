package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Collector;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** The file that was read stays open. */
@WrongAnswer("???")
public class ReadsWithoutClosing extends WriteThenRead {

@Override
public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
out.println("Starting async write operation...");
return write(vertx, file).compose(w -> { out.println("Successfully wrote to " + file.getFileName()); out.println("\nStarting async read operation..."); return vertx.fileSystem().open(file.toString(), new OpenOptions().setWrite(false).setCreate(false)).compose(f -> f.collect(Collector.of(Buffer::buffer, Buffer::appendBuffer, Buffer::appendBuffer))); })
  .<Void>map(b -> { show(b, out); return null; }).recover(e -> Future.failedFuture(new IOException(file + ": " + e, e)));
}
}
