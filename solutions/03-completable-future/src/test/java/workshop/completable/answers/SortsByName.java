package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Brings the results in the order of the names. */
@WrongAnswer(value = "Results belong to the files by their order", kind = AnswerKind.INPUT)
public class SortsByName extends ManyFiles {
  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return super.readAll(files.stream().sorted().toList(), limit, executor);
  }
}
