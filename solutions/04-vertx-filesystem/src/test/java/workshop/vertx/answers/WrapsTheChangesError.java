package workshop.vertx.answers;

import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** What the change throws becomes an error of the disk. */
@WrongAnswer("???")
public class WrapsTheChangesError extends AwaitedRecipe {

@Override
protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change) throws IOException {
try { super.steps(files, from, to, change); } catch (RuntimeException e) { throw new IOException(from + ": " + e.getMessage(), e); }
}
}
