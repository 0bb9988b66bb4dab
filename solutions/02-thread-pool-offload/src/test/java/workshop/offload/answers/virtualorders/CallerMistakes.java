package workshop.offload.answers.virtualorders;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link VirtualOrders}: the wrong thread does the work, waits for it, or gets the
 * result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  /** Asks for the size on the caller's thread. */
  @WrongAnswer("you blocked the caller")
  public static class AsksForTheSizeOnTheCaller extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

      List<Future<String>> results = new ArrayList<>();
      ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
      for (Path file : files) {
        if (!Files.exists(file)) {
          results.add(CompletableFuture.failedFuture(new NoSuchFileException(file.toString())));
          continue;
        }
        results.add(
            orders.submit(() -> {
              Future<byte[]> reading = diskPool.submit(() -> Files.readAllBytes(file));
              return transform.apply(reading.get());
            }));
      }
      orders.shutdown();
      return results;
    }
  }

  /** Closes its executor in serve(), which waits for all orders. */
  @WrongAnswer("you blocked the caller")
  public static class ClosesItsExecutor extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      try (ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Path file : files) {
          Callable<String> order =
              () -> cook.apply(storeroom.submit(() -> Files.readAllBytes(file)).get());
          served.add(orders.submit(order));
        }
      }
      return served;
    }
  }

  /** Reads on a pool of its own, with a thread per order. */
  @WrongAnswer("which is not the executor that was given")
  public static class OpensItsOwnDiskPool extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      ExecutorService own = Executors.newCachedThreadPool();
      List<Future<String>> served = super.serve(files, cook, own);
      Thread.startVirtualThread(() -> {
        for (Future<String> order : served) {
          try {
            order.get();
          } catch (InterruptedException | ExecutionException e) {
            // told by the future itself
          }
        }
        own.shutdown();
      });
      return served;
    }
  }

  /** Reads on the virtual threads, each of which keeps its carrier. */
  @WrongAnswer("ran on a virtual thread")
  public static class ReadsOnVirtualThreads extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      for (Path file : files) {
        FutureTask<String> order = new FutureTask<>(() -> cook.apply(Files.readAllBytes(file)));
        Thread.startVirtualThread(order);
        served.add(order);
      }
      return served;
    }
  }

  /** Serves all orders on one virtual thread. */
  @WrongAnswer("Orders that share a thread")
  public static class SharesOneVirtualThread extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      ExecutorService orders = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
      for (Path file : files) {
        served.add(
            orders.submit(
                () -> cook.apply(storeroom.submit(() -> Files.readAllBytes(file)).get())));
      }
      orders.shutdown();
      return served;
    }
  }

  /** Submits the readings on the caller's thread, so a refusal leaves serve(). */
  @WrongAnswer("The disk pool rejected a read, and serve() threw the exception")
  public static class SubmitsOnTheCaller extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

      List<Future<String>> results = new ArrayList<>();
      ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
      for (Path file : files) {
        Future<byte[]> reading = diskPool.submit(() -> Files.readAllBytes(file));
        results.add(
            orders.submit(() -> {
              return transform.apply(reading.get());
            }));
      }
      orders.shutdown();
      return results;
    }
  }

  /** Transforms on a thread of the disk pool. */
  @WrongAnswer("should read the next file")
  public static class TransformsOnTheDiskPool extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      for (Path file : files) {
        served.add(storeroom.submit(() -> cook.apply(Files.readAllBytes(file))));
      }
      return served;
    }
  }

  /** Asks a pool that refuses again and again. */
  @WrongAnswer("The disk pool rejected 2 orders, but was asked")
  public static class AsksAgain extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        FutureTask<String> order =
            new FutureTask<>(() -> transform.apply(submit(file, diskPool).get()));
        Thread.startVirtualThread(order);
        results.add(order);
      }
      return results;
    }

    private static Future<byte[]> submit(Path file, ExecutorService diskPool) {
      for (int i = 0; i < 50; i++) {
        try {
          return diskPool.submit(() -> Files.readAllBytes(file));
        } catch (RejectedExecutionException e) {
          Thread.yield();
        }
      }
      return diskPool.submit(() -> Files.readAllBytes(file));
    }
  }

  /** Sleeps until its reading is done, and wakes up every millisecond to see whether it is. */
  @WrongAnswer("a virtual thread wakes up again and again")
  public static class LooksEveryMillisecond extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        FutureTask<String> order =
            new FutureTask<>(() -> {
              Future<byte[]> reading = diskPool.submit(() -> Files.readAllBytes(file));
              while (!reading.isDone()) {
                Thread.sleep(1);
              }
              return transform.apply(reading.get());
            });
        Thread.startVirtualThread(order);
        results.add(order);
      }
      return results;
    }
  }

  /** Reads a file once for all its orders: they share one array. */
  @WrongAnswer("Each order needs its own bytes")
  public static class SharesTheBytes extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      Map<Path, Future<byte[]>> readings = new ConcurrentHashMap<>();
      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        FutureTask<String> order =
            new FutureTask<>(() -> {
              Future<byte[]> reading =
                  readings.computeIfAbsent(
                      file, each -> diskPool.submit(() -> Files.readAllBytes(each)));
              return transform.apply(reading.get());
            });
        Thread.startVirtualThread(order);
        results.add(order);
      }
      return results;
    }
  }

  /** Stops all orders when one fails. */
  @WrongAnswer("another one was interrupted in transform")
  public static class StopsTheOthers extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        results.add(
            orders.submit(() -> {
              try {
                return transform.apply(diskPool.submit(() -> Files.readAllBytes(file)).get());
              } catch (ExecutionException e) {
                orders.shutdownNow();
                throw e;
              }
            }));
      }
      orders.shutdown();
      return results;
    }
  }
}
