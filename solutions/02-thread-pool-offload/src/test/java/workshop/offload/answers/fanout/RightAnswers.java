package workshop.offload.answers.fanout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import workshop.offload.FanOut;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link FanOut}, each built in a different way. */
final class RightAnswers {

  /** Uses CompletableFuture on the pool, and waits for all of them. */
  @RightAnswer
  public static class ComposesFutures extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<CompletableFuture<Result>> readings = new ArrayList<>();
      try {
        for (Path file : files) {
          CompletableFuture<Result> reading = new CompletableFuture<>();
          readings.add(reading);
          pool.execute(() -> {
            if (!reading.isDone()) {
              reading.complete(OwnFanOut.read(file));
            }
          });
        }
        CompletableFuture.allOf(readings.toArray(new CompletableFuture<?>[0])).get();
        return readings.stream().map(CompletableFuture::resultNow).toList();
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      } finally {
        readings.forEach(reading -> reading.cancel(true));
      }
    }
  }

  /** Each task stores its result at its index, and counts down a latch. */
  @RightAnswer
  public static class CountsThemDown extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      Result[] results = new Result[files.size()];
      CountDownLatch open = new CountDownLatch(files.size());
      List<Future<?>> tasks = new ArrayList<>();
      try {
        for (int i = 0; i < results.length; i++) {
          int place = i;
          tasks.add(
              pool.submit(() -> {
                results[place] = OwnFanOut.read(files.get(place));
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
  }

  /**
   * Uses invokeAll, which submits all tasks, waits for all of them, and cancels them when
   * interrupted.
   */
  @RightAnswer
  public static class InvokesAll extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<Callable<String>> tasks = new ArrayList<>();
      files.forEach(file -> tasks.add(() -> Files.readString(file)));
      List<Result> results = new ArrayList<>();
      for (Future<String> ended : pool.invokeAll(tasks)) {
        results.add(OwnFanOut.ended(files.get(results.size()), ended));
      }
      return results;
    }
  }

  /** Each task arrives at a phaser after it has stored its result. */
  @RightAnswer
  public static class MeetsAtAPhaser extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      Phaser all = new Phaser(1);
      Result[] results = new Result[files.size()];
      List<Future<?>> readings = new ArrayList<>();
      try {
        for (int i = 0; i < results.length; i++) {
          int place = i;
          all.register();
          readings.add(
              pool.submit(() -> {
                results[place] = OwnFanOut.read(files.get(place));
                all.arriveAndDeregister();
              }));
        }
        all.awaitAdvanceInterruptibly(all.arrive());
        return List.of(results);
      } finally {
        readings.forEach(reading -> reading.cancel(true));
      }
    }
  }

  /** Uses a completion service, and puts each result at its index. */
  @RightAnswer
  public static class StoresThemAsTheyEnd extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
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
          results[places.get(done)] = OwnFanOut.ended(files.get(places.get(done)), done);
        }
        return List.of(results);
      } finally {
        places.keySet().forEach(each -> each.cancel(true));
      }
    }
  }
}
