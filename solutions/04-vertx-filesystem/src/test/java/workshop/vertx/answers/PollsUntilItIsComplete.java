package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Looks again and again whether the future is complete. */
@WrongAnswer("???")
public class PollsUntilItIsComplete extends AwaitedRecipe {

@Override
protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change) throws IOException {
Future<Buffer> read = files.readFile(from.toString());
while (!read.isComplete()) { Thread.yield(); }
files.writeFile(to.toString(), Buffer.buffer(change.apply(read.result().toString()))).await();
}
}
