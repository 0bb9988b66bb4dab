package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.RightAnswer;

/** Uses a completion service, and puts each result at its index. */
@RightAnswer
public class StoresThemAsTheyEnd extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    ExecutorCompletionService<String> reading = new ExecutorCompletionService<>(pool);
    Map<Future<String>, Integer> places = new IdentityHashMap<>();
    Result[] results = new Result[files.size()];
    try {
      for (int i = 0; i < results.length; i++) {
        Path file = files.get(i);
        places.put(reading.submit(() -> Files.readString(file)), i);
      }
      for (int left = results.length; left > 0; left--) {
        Future<String> done = reading.take();
        int place = places.get(done);
        Path file = files.get(place);
        results[place] =
            done.state() == Future.State.SUCCESS
                ? new Read(file, done.resultNow())
                : new Failed(file, done.exceptionNow());
      }
      return List.of(results);
    } finally {
      places.keySet().forEach(each -> each.cancel(true));
    }
  }
}
