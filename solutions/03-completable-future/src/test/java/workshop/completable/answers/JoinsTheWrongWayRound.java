package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Joins from right to left. */
@WrongAnswer(value = "joined in another order", kind = AnswerKind.ORDER)
public class JoinsTheWrongWayRound extends ReadAheadPipeline {

  @Override
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    return super.process(
        file,
        chunkSize,
        new Work<R>() {
          @Override
          public R of(ByteBuffer part) {
            return work.of(part);
          }

          @Override
          public R joined(R left, R right) {
            return work.joined(right, left);
          }

          @Override
          public R nothing() {
            return work.nothing();
          }
        },
        io,
        compute,
        cores);
  }
}
