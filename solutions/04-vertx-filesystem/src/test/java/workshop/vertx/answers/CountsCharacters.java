package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Characters, not bytes. */
@WrongAnswer("???")
public class CountsCharacters extends WriteThenRead {

@Override
public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
out.println("Starting async write operation...");
return write(vertx, file).compose(w -> { out.println("Successfully wrote to " + file.getFileName()); out.println("\nStarting async read operation..."); return read(vertx, file); })
  .<Void>map(b -> { out.println("Successfully read " + b.toString().length() + " bytes from the file."); out.println("File Contents:\n" + b); return null; }).recover(e -> Future.failedFuture(new IOException(file + ": " + e, e)));
}
}
