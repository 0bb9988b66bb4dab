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

/** An Error ends its lane, and with it the hope for a result. */
@WrongAnswer(value = "Catch Throwable", kind = AnswerKind.PROMISE)
public class OverlooksErrors extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    byte[][] contents = new byte[files.size()][];
    CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          try {
            for (int i; !all.isDone() && (i = next.getAndIncrement()) < files.size(); ) {
              contents[i] = Files.readAllBytes(files.get(i));
            }
          } catch (Exception e) {
            all.completeExceptionally(e);
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
