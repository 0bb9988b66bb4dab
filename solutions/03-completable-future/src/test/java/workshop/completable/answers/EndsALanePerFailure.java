package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A task ends with its first failure, and the files that are left are read by the others. */
@WrongAnswer(value = "A task that ends with its first failure", kind = AnswerKind.INPUT)
public class EndsALanePerFailure extends ManyFiles {
  @Override
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    Result[] results = new Result[files.size()];
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            try {
              results[i] = new Result.Content(files.get(i), Files.readAllBytes(files.get(i)));
            } catch (IOException e) {
              results[i] = new Result.Failure(files.get(i), e);
              return;
            }
          }
        };
    List<CompletableFuture<Void>> lanes = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, files.size()); i++) {
      lanes.add(CompletableFuture.runAsync(lane, executor));
    }
    return CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new))
        .thenApply(done -> Arrays.asList(results));
  }
}
