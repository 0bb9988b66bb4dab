package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import workshop.offload.FanOut;
import workshop.testkit.exercise.RightAnswer;

/** Each task stores its result at its index, and counts down a latch. */
@RightAnswer
public class CountsThemDown extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    Result[] results = new Result[files.size()];
    CountDownLatch open = new CountDownLatch(files.size());
    List<Future<?>> tasks = new ArrayList<>();
    try {
      for (int i = 0; i < results.length; i++) {
        int place = i;
        tasks.add(
            pool.submit(() -> {
              results[place] = read(files.get(place));
              open.countDown();
            }));
      }
      open.await();
    } catch (InterruptedException | RejectedExecutionException e) {
      tasks.forEach(task -> task.cancel(true));
      throw e;
    }
    return List.of(results);
  }

  private static Result read(Path file) {
    try {
      return new Read(file, Files.readString(file));
    } catch (Throwable why) {
      return new Failed(file, why);
    }
  }
}
