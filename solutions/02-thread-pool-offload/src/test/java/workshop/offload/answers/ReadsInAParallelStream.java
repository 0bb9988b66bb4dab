package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Reads in a parallel stream, on the common pool. */
@WrongAnswer("the executor that was given")
public class ReadsInAParallelStream extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    return files.parallelStream().map(ReadsInAParallelStream::read).toList();
  }

  private static Result read(Path file) {
    try {
      return new Read(file, Files.readString(file));
    } catch (IOException | InternalError e) {
      return new Failed(file, e);
    }
  }
}
