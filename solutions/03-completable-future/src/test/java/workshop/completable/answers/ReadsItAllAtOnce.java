package workshop.completable.answers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The whole file, cut into chunks when it is in memory. */
@WrongAnswer(value = "more than two chunks of 1000 are in memory", kind = AnswerKind.RESOURCE)
public class ReadsItAllAtOnce extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    byte[] all = Files.readAllBytes(file);
    R total = work.nothing();
    for (int at = 0; at < all.length && !wanted.isDone(); at += chunkSize) {
      ByteBuffer chunk = ByteBuffer.wrap(all, at, Math.min(chunkSize, all.length - at)).slice();
      total = work.joined(total, onAllCores(chunk, work, compute, cores).join());
    }
    return total;
  }
}
