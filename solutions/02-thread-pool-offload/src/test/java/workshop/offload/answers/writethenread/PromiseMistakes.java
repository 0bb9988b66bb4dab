package workshop.offload.answers.writethenread;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Does not set the interrupt flag again. */
  @WrongAnswer("still waits")
  public static class LosesTheFlag extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try (TinyRuntime runtime = new TinyRuntime()) {
        try {
          start(file, out, runtime).get();
        } catch (ExecutionException e) {
          throw new IOException(file + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
          throw new InterruptedIOException("interrupted: " + file);
        }
      }
    }
  }

  /** Fails its future if the disk fails, but not if a continuation throws. */
  @WrongAnswer("waits forever")
  public static class LosesWhatAContinuationThrows extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        <T> void offload(Callable<T> work, Consumer<T> next) {
          runtime.offload(
              work,
              done -> {
                if (done.state() == Future.State.SUCCESS) {
                  next.accept(done.resultNow());
                } else {
                  end.completeExceptionally(done.exceptionNow());
                }
              });
        }
      }.start();
    }
  }

  /** Guards the continuations, but not the task that starts the program. */
  @WrongAnswer("\"Starting async write")
  public static class LosesWhatTheFirstTaskThrows extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        Future<?> start() {
          runtime.execute(this::write);
          return end;
        }
      }.start();
    }
  }
}
