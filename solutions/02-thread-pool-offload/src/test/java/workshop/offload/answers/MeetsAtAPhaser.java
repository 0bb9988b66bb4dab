package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import workshop.offload.FanOut;
import workshop.testkit.exercise.RightAnswer;

/** Each task arrives at a phaser after it has stored its result. */
@RightAnswer
public class MeetsAtAPhaser extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    Phaser all = new Phaser(1);
    Result[] results = new Result[files.size()];
    List<Future<?>> readings = new ArrayList<>();
    try {
      for (int i = 0; i < results.length; i++) {
        int place = i;
        all.register();
        readings.add(
            pool.submit(() -> {
              results[place] = read(files.get(place));
              all.arriveAndDeregister();
            }));
      }
      all.awaitAdvanceInterruptibly(all.arrive());
      return List.of(results);
    } finally {
      readings.forEach(reading -> reading.cancel(true));
    }
  }

  private static Result read(Path file) {
    try {
      return new Read(file, Files.readString(file));
    } catch (Throwable e) {
      return new Failed(file, e);
    }
  }
}
