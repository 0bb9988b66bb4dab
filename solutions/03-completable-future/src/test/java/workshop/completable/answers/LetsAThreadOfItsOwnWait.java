package workshop.completable.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** One more thread for each program, which has no line of the program on its stack. */
@WrongAnswer(value = "waits instead of the caller", kind = AnswerKind.CALLER)
public class LetsAThreadOfItsOwnWait extends WriteThenRead {

  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    return CompletableFuture.supplyAsync(
        super.run(file, out, executor)::join, task -> new Thread(task).start());
  }
}
