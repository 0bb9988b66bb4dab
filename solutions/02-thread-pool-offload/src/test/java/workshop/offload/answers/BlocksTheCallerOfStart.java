package workshop.offload.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Waits in start() for the end of the program. */
@WrongAnswer("you blocked the caller")
public class BlocksTheCallerOfStart extends WriteThenRead {

  @Override
  public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
    Future<?> end = super.start(file, out, runtime);
    try {
      end.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      return end;
    }
    return end;
  }
}
