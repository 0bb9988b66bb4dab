package workshop.completable.answers;

import static java.nio.channels.FileChannel.MapMode.READ_ONLY;
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

/** Maps the file chunk by chunk. */
@WrongAnswer(
    value = "A mapped file is read by the thread that touches it",
    kind = AnswerKind.CALLER)
public class MapsTheFile extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      R total = work.nothing();
      long size = channel.size();
      for (long at = 0; at < size && !wanted.isDone(); at += chunkSize) {
        ByteBuffer chunk = channel.map(READ_ONLY, at, Math.min(chunkSize, size - at));
        total = work.joined(total, onAllCores(chunk, work, compute, cores).join());
      }
      return total;
    }
  }
}
