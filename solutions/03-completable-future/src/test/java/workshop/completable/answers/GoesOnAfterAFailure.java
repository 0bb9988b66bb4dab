package workshop.completable.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Fails at once, and leaves the others at work. */
@WrongAnswer(value = "for a result that is lost already", kind = AnswerKind.PROMISE)
public class GoesOnAfterAFailure extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    byte[][] contents = new byte[files.size()][];
    CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          for (int i; (i = next.getAndIncrement()) < files.size(); ) {
            try {
              contents[i] = Files.readAllBytes(files.get(i));
            } catch (Throwable e) {
              all.completeExceptionally(e);
            }
          }
        };
    CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(lane, executor))
                .limit(limit)
                .toArray(CompletableFuture[]::new))
        .thenRun(() -> all.complete(Arrays.asList(contents)));
    return all;
  }
}
