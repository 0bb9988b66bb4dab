package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.RightAnswer;

/** As many chains as the limit allows, each link an own task that starts the next one. */
@RightAnswer
public class ChainsFileAfterFile extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit must be positive, not " + limit);
    }
    byte[][] contents = new byte[files.size()][];
    CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger left = new AtomicInteger(files.size());
    if (files.isEmpty()) {
      all.complete(List.of());
    }
    for (int chain = 0; chain < limit; chain++) {
      link(files, contents, next, left, all, executor);
    }
    return all;
  }

  private static void link(
      List<Path> files,
      byte[][] contents,
      AtomicInteger next,
      AtomicInteger left,
      CompletableFuture<List<byte[]>> all,
      Executor executor) {
    int i = next.getAndIncrement();
    if (i >= files.size() || all.isDone()) {
      return;
    }
    try {
      CompletableFuture.supplyAsync(() -> read(files.get(i)), executor)
          .whenComplete((bytes, failure) -> {
            if (failure != null) {
              all.completeExceptionally(failure.getCause());
              return;
            }
            contents[i] = bytes;
            if (left.decrementAndGet() == 0) {
              all.complete(Arrays.asList(contents));
            }
            link(files, contents, next, left, all, executor);
          });
    } catch (RuntimeException refused) {
      all.completeExceptionally(refused);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
