package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WriteThenRead;

/** Handler, end handler and exception handler, and a promise. */
@RightAnswer
public class ReadsWithAHandler extends WriteThenRead {

@Override
public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
out.println("Starting async write operation...");
return write(vertx, file).compose(w -> { out.println("Successfully wrote to " + file.getFileName()); out.println("\nStarting async read operation..."); return vertx.fileSystem().open(file.toString(), new OpenOptions().setWrite(false).setCreate(false)); })
  .compose(f -> { Promise<Buffer> p = Promise.promise(); Buffer all = Buffer.buffer(); f.exceptionHandler(p::tryFail).endHandler(e -> p.tryComplete(all)).handler(all::appendBuffer); return p.future().eventually(f::close); })
  .<Void>map(b -> { show(b, out); return null; }).recover(e -> Future.failedFuture(new IOException(file + ": " + e, e)));
}
}
