package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Waits for the work before it reads the next chunk. */
@WrongAnswer(value = "this ran one after another", kind = AnswerKind.ORDER)
public class ReadsThenWorks extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer chunk = ByteBuffer.allocate(chunkSize);
      R total = work.nothing();
      while (!wanted.isDone() && fill(chunk, channel).hasRemaining()) {
        total = work.joined(total, onAllCores(chunk, work, compute, cores).join());
      }
      return total;
    }
  }
}
