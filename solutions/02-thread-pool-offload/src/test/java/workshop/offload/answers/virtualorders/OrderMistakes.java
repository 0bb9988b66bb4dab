package workshop.offload.answers.virtualorders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link VirtualOrders}: two steps are in the wrong order, or in none. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Reads under a lock, so one of three threads reads. */
  @WrongAnswer("one after another")
  public static class ReadsUnderALock extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      for (Path file : files) {
        FutureTask<String> order = new FutureTask<>(() -> cook.apply(fetch(file, storeroom)));
        Thread.startVirtualThread(order);
        served.add(order);
      }
      return served;
    }

    private synchronized byte[] fetch(Path file, ExecutorService storeroom) throws Exception {
      return storeroom.submit(() -> Files.readAllBytes(file)).get();
    }
  }

  /** Serves two orders at a time. */
  @WrongAnswer("at most 2")
  public static class ServesTwoAtATime extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

      List<Future<String>> results = new ArrayList<>();
      ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
      Semaphore permits = new Semaphore(2);
      for (Path file : files) {
        results.add(
            orders.submit(() -> {
              permits.acquire();
              try {
                Future<byte[]> reading = diskPool.submit(() -> Files.readAllBytes(file));
                return transform.apply(reading.get());
              } finally {
                permits.release();
              }
            }));
      }
      orders.shutdown();
      return results;
    }
  }

  /** Transforms under a lock. */
  @WrongAnswer("only 1 of them")
  public static class TransformsOneAfterAnother extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

      List<Future<String>> results = new ArrayList<>();
      ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
      for (Path file : files) {
        results.add(
            orders.submit(() -> {
              Future<byte[]> reading = diskPool.submit(() -> Files.readAllBytes(file));
              byte[] bytes = reading.get();
              synchronized (orders) {
                return transform.apply(bytes);
              }
            }));
      }
      orders.shutdown();
      return results;
    }
  }

  /** Starts the next order only when the last one has its bytes. */
  @WrongAnswer("you blocked the caller")
  public static class WaitsBetweenOrders extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      for (Path file : files) {
        Future<byte[]> fetched = storeroom.submit(() -> Files.readAllBytes(file));
        FutureTask<String> order = new FutureTask<>(() -> cook.apply(fetched.get()));
        try {
          Thread.startVirtualThread(order).join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        served.add(order);
      }
      return served;
    }
  }

  /** Stops the orders once all are submitted. */
  @WrongAnswer("was interrupted while it waited")
  public static class StopsTheOrders extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<String>> results = new ArrayList<>();
      ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
      for (Path file : files) {
        results.add(
            orders.submit(
                () -> transform.apply(diskPool.submit(() -> Files.readAllBytes(file)).get())));
      }
      orders.shutdownNow();
      return results;
    }
  }
}
