package workshop.offload.answers.writethenread;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link WriteThenRead}, each built in a different way. */
final class RightAnswers {

  /** Uses printf, and prints no newline after the text. */
  @RightAnswer
  public static class PrintsWithoutANewline extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        void showText(String text) {
          out.printf("File Contents:%n%s", text);
        }
      }.start();
    }
  }

  /** Offloads each operation of the disk as a step of its own. */
  @RightAnswer
  public static class TakesSmallerSteps extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        void write() {
          announce();
          offload(() -> FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE), this::write);
        }

        private void write(FileChannel channel) {
          offload(
              () -> {
                try (channel) {
                  ByteBuffer rest = ByteBuffer.wrap(TEXT);
                  while (rest.hasRemaining()) {
                    channel.write(rest);
                  }
                  channel.force(true);
                }
                return file;
              },
              this::read);
        }
      }.start();
    }
  }

  /** Reads like the blocking program: a virtual thread waits for each step that the loop ends. */
  @RightAnswer
  public static class WaitsForEachStepOnAVirtualThread extends WriteThenRead {
    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      return new OwnProgram(file, out, runtime) {
        @Override
        Future<?> start() {
          FutureTask<Path> program =
              new FutureTask<>(() -> {
                onTheLoop(this::announce);
                Path written = await(this::store);
                onTheLoop(() -> report(written));
                byte[] bytes = await(() -> Storeroom.read(written));
                onTheLoop(() -> show(bytes));
                return written;
              });
          Thread.startVirtualThread(program);
          return program;
        }

        private <T> T await(Callable<T> work) throws Exception {
          CompletableFuture<Future<T>> resumed = new CompletableFuture<>();
          runtime.offload(work, resumed::complete);
          return resumed.get().get();
        }

        private void onTheLoop(Runnable step) throws Exception {
          FutureTask<Boolean> task = new FutureTask<>(step, true);
          runtime.execute(task);
          task.get();
        }
      }.start();
    }
  }

  /** Reports the same error in other words. */
  @RightAnswer
  public static class WordsTheErrorDifferently extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        super.run(file, out);
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        throw new IOException("failed on " + file, e.getCause());
      }
    }
  }
}
