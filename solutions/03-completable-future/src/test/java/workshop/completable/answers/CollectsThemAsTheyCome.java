package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A list that everybody adds to has the order of arrival. */
@WrongAnswer(value = "Store each result under the index of its file", kind = AnswerKind.ORDER)
public class CollectsThemAsTheyCome extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    ConcurrentLinkedQueue<byte[]> contents = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          for (int i; (i = next.getAndIncrement()) < files.size(); ) {
            contents.add(read(files.get(i)));
          }
        };
    return CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(lane, executor))
                .limit(limit)
                .toArray(CompletableFuture[]::new))
        .thenApply(done -> List.copyOf(contents));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
