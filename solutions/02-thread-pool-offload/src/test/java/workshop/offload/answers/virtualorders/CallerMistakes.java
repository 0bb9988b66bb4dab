package workshop.offload.answers.virtualorders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link VirtualOrders} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  /** Asks on the caller's thread whether the files exist. */
  @WrongAnswer("you blocked the caller")
  public static class AsksForTheSizeOnTheCaller extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      files.forEach(Files::exists);
      return super.serve(files, transform, diskPool);
    }
  }

  /** Closes its executor in serve(), which waits for all orders. */
  @WrongAnswer("you blocked the caller")
  public static class ClosesItsExecutor extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<String>> results = new ArrayList<>();
      try (ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Path file : files) {
          results.add(orders.submit(() -> Orders.serve(file, transform, diskPool)));
        }
      }
      return results;
    }
  }

  /** Reads on a pool of its own, with a thread per order. */
  @WrongAnswer("which is not a thread of the executor that was given")
  public static class OpensItsOwnDiskPool extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      ExecutorService own = Executors.newCachedThreadPool();
      List<Future<String>> results = super.serve(files, transform, own);
      Orders.afterAll(results, own::shutdown);
      return results;
    }
  }

  /** Reads on the virtual threads, each of which keeps its carrier. */
  @WrongAnswer("ran on a virtual thread")
  public static class ReadsOnVirtualThreads extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.each(files, file -> transform.apply(Files.readAllBytes(file)));
    }
  }

  /** Serves all orders on one virtual thread. */
  @WrongAnswer("Orders that share a thread")
  public static class SharesOneVirtualThread extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.on(
          Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()),
          files,
          file -> Orders.serve(file, transform, diskPool));
    }
  }

  /** Submits the reads on the caller's thread, so serve() throws the rejection. */
  @WrongAnswer("The disk pool rejected a read, and serve() threw the exception")
  public static class SubmitsOnTheCaller extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<byte[]>> readings =
          files.stream().map(file -> Orders.reading(file, diskPool)).toList();
      return Orders.each(readings, reading -> transform.apply(reading.get()));
    }
  }

  /** Transforms on a thread of the disk pool. */
  @WrongAnswer("should be reading the next file")
  public static class TransformsOnTheDiskPool extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        results.add(diskPool.submit(() -> transform.apply(Files.readAllBytes(file))));
      }
      return results;
    }
  }

  /** Submits again and again to a pool that rejects. */
  @WrongAnswer("For 2 orders, your code asked the pool")
  public static class AsksAgain extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.each(files, file -> transform.apply(submit(file, diskPool).get()));
    }

    private static Future<byte[]> submit(Path file, ExecutorService diskPool) {
      for (int i = 0; i < 50; i++) {
        try {
          return Orders.reading(file, diskPool);
        } catch (RejectedExecutionException e) {
          if (diskPool.isShutdown()) {
            throw e;
          }
          Thread.yield();
        }
      }
      return Orders.reading(file, diskPool);
    }
  }

  /** Sleeps, and wakes up every millisecond to see whether its read is done. */
  @WrongAnswer("a virtual thread wakes up again and again")
  public static class LooksEveryMillisecond extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.each(
          files,
          file -> {
            Future<byte[]> reading = Orders.reading(file, diskPool);
            while (!reading.isDone()) {
              Thread.sleep(1);
            }
            return transform.apply(reading.get());
          });
    }
  }

  /** Reads a file once for all its orders: they share one array. */
  @WrongAnswer("Each order needs its own bytes")
  public static class SharesTheBytes extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      Map<Path, Future<byte[]>> readings = new ConcurrentHashMap<>();
      return Orders.each(
          files,
          file ->
              transform.apply(
                  readings.computeIfAbsent(file, each -> Orders.reading(each, diskPool)).get()));
    }
  }

  /** Stops all orders when one fails. */
  @WrongAnswer("another one was interrupted in transform")
  public static class StopsTheOthers extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
      return Orders.on(
          orders,
          files,
          file -> {
            try {
              return Orders.serve(file, transform, diskPool);
            } catch (ExecutionException e) {
              orders.shutdownNow();
              throw e;
            }
          });
    }
  }
}
