package workshop.offload.answers.writethenread;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link WriteThenRead} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Completes its future before the text is shown. */
  @WrongAnswer("but the program ended successfully")
  public static class EndsBeforeItShows extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        void show(byte[] bytes) {
          end.complete(file);
          super.show(bytes);
        }
      }.start();
    }
  }

  /** Hands over the read together with the write. */
  @WrongAnswer("while its write was still under way")
  public static class ReadsWhileItWrites extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        void write() {
          announce();
          offload(this::store, this::report);
          offload(() -> Storeroom.read(file), this::show);
        }
      }.start();
    }
  }

  /** Catches the interrupt outside the try, so close() waits before the catch runs. */
  @WrongAnswer("closes its resource before its own catch clauses run")
  public static class WaitsInCloseWhenInterrupted extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try (TinyRuntime runtime = new TinyRuntime()) {
        start(file, out, runtime).get();
      } catch (ExecutionException e) {
        throw new IOException(file + ": " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted: " + file);
      }
    }
  }
}
