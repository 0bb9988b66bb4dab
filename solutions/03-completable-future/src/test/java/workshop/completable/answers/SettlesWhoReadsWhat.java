package workshop.completable.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Lanes, but each has its own files from the beginning: every third one. */
@WrongAnswer(value = "was decided in advance", kind = AnswerKind.ORDER)
public class SettlesWhoReadsWhat extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    byte[][] contents = new byte[files.size()][];
    CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
    CompletableFuture.allOf(
            IntStream.range(0, limit)
                .mapToObj(lane ->
                    CompletableFuture.runAsync(
                        () -> read(files, lane, limit, contents, all), executor))
                .toArray(CompletableFuture[]::new))
        .thenRun(() -> all.complete(Arrays.asList(contents)));
    return all;
  }

  private static void read(
      List<Path> files, int lane, int limit, byte[][] contents, CompletableFuture<?> all) {
    try {
      for (int i = lane; !all.isDone() && i < files.size(); i += limit) {
        contents[i] = Files.readAllBytes(files.get(i));
      }
    } catch (Throwable e) {
      all.completeExceptionally(e);
    }
  }
}
