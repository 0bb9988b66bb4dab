package workshop.offload.answers.writethenread;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link WriteThenRead} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  /** Waits in start() for the end of the program. */
  @WrongAnswer("you blocked the caller")
  public static class BlocksTheCallerOfStart extends WriteThenRead {

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

  /** Closes the runtime on the loop, which then waits for itself. */
  @WrongAnswer("the loop itself waits")
  public static class ClosesTheRuntimeOnTheLoop extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      TinyRuntime runtime = new TinyRuntime();
      CompletableFuture<Path> end = new CompletableFuture<>();
      runtime.execute(() -> {
        out.println("Starting async write operation...");
        runtime.close();
        end.complete(file);
      });
      end.join();
    }
  }

  /** Waits on the loop for a task that only the loop can run. */
  @WrongAnswer("the loop itself waits")
  public static class JoinsOnTheLoop extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        void write() {
          announce();
          CompletableFuture<Path> step = new CompletableFuture<>();
          offload(this::store, step::complete);
          read(step.join());
        }
      }.start();
    }
  }

  /** Runs the whole program on a blocking thread. */
  @WrongAnswer("was printed by the thread \"blocking-")
  public static class OffloadsTheWholeProgram extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        Future<?> start() {
          runtime.offload(Executors.callable(() -> guarded(this::write)), _ -> {});
          return end;
        }

        @Override
        <T> void offload(Callable<T> work, Consumer<T> next) {
          guarded(() -> next.accept(work.call()));
        }
      }.start();
    }
  }

  /** Prints the first line before it hands anything to the loop. */
  @WrongAnswer("Print the announcement in the task")
  public static class PrintsOnTheCaller extends WriteThenRead {

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

  /** Writes on the loop. */
  @WrongAnswer("you blocked the loop")
  public static class WritesOnTheLoop extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        <T> void offload(Callable<T> work, Consumer<T> next) {
          guarded(() -> next.accept(work.call()));
        }
      }.start();
    }
  }
}
