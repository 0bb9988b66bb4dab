package workshop.offload.answers;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Prints the first line before it hands anything to the loop. */
@WrongAnswer("Announce in the task")
public class PrintsOnTheCaller extends WriteThenRead {

  @Override
  public Future<?> start(Path file, PrintStream screen, TinyRuntime runtime) {
    PrintStream rest =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void println(String line) {
            if (!line.startsWith("Starting")) {
              screen.println(line);
            }
          }
        };
    screen.println("Starting async write operation...");
    return super.start(file, rest, runtime);
  }
}
