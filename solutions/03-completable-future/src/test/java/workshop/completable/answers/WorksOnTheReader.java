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

/** The thread that reads does the work. */
@WrongAnswer(value = "A thread of io that computes does not read", kind = AnswerKind.CALLER)
public class WorksOnTheReader extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer chunk = ByteBuffer.allocate(chunkSize);
      R total = work.nothing();
      while (!wanted.isDone() && fill(chunk, channel).hasRemaining()) {
        total = work.joined(total, work.of(chunk));
      }
      return total;
    }
  }
}
