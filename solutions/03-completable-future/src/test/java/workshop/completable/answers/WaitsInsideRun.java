package workshop.completable.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Prints all of it, and returns a future that is done. */
@WrongAnswer("you blocked the caller")
public class WaitsInsideRun extends WriteThenRead {

  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    super.run(file, out, executor).join();
    return CompletableFuture.completedFuture(null);
  }
}
