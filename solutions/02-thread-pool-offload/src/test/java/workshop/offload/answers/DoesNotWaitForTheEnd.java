package workshop.offload.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Starts the program, closes the runtime, and never asks how the program ended. */
@WrongAnswer("as if nothing had happened")
public class DoesNotWaitForTheEnd extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) {
    try (TinyRuntime runtime = new TinyRuntime()) {
      start(file, out, runtime);
    }
  }
}
