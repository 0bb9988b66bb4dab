package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A map by path has room for one of two equal paths. */
@WrongAnswer(value = "For 4 files there are 3 results", kind = AnswerKind.INPUT)
public class LosesDuplicates extends ManyFiles {
  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return super.readAll(files.stream().distinct().toList(), limit, executor);
  }
}
