package workshop.offload.answers.virtualorders;

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

/**
 * Wrong answers to {@link VirtualOrders} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Reads under a lock, so one of three threads reads. */
  @WrongAnswer("one after another")
  public static class ReadsUnderALock extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.each(files, file -> transform.apply(fetch(file, diskPool)));
    }

    private synchronized byte[] fetch(Path file, ExecutorService diskPool) throws Exception {
      return Orders.reading(file, diskPool).get();
    }
  }

  /** Serves two orders at a time. */
  @WrongAnswer("at most 2")
  public static class ServesTwoAtATime extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      Semaphore permits = new Semaphore(2);
      return Orders.each(
          files,
          file -> {
            permits.acquire();
            try {
              return Orders.serve(file, transform, diskPool);
            } finally {
              permits.release();
            }
          });
    }
  }

  /** Transforms under a lock. */
  @WrongAnswer("only 1 of them")
  public static class TransformsOneAfterAnother extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      Function<byte[], String> alone =
          bytes -> {
            synchronized (files) {
              return transform.apply(bytes);
            }
          };
      return super.serve(files, alone, diskPool);
    }
  }

  /** Starts the next order only when the last one has its bytes. */
  @WrongAnswer("you blocked the caller")
  public static class WaitsBetweenOrders extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        FutureTask<String> order = new FutureTask<>(() -> Orders.serve(file, transform, diskPool));
        try {
          Thread.startVirtualThread(order).join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        results.add(order);
      }
      return results;
    }
  }

  /** Stops the orders once all are submitted. */
  @WrongAnswer("was interrupted while it waited")
  public static class StopsTheOrders extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
      List<Future<String>> results =
          Orders.on(orders, files, file -> Orders.serve(file, transform, diskPool));
      orders.shutdownNow();
      return results;
    }
  }
}
