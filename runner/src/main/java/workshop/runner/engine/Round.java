package workshop.runner.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import workshop.runner.checkout.Checkout;
import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.core.Trouble;
import workshop.runner.port.Tests.Subject;
import workshop.runner.worker.Order;

/**
 * Judges many exercises, several at a time, each lane with a worker of its own. A worker is used
 * again as long as nothing of the last run is left in it.
 */
public final class Round {

  /** One exercise to judge. */
  public record Entry(Exercise exercise, Subject subject) {}

  private final Equipment equipment;
  private final Limits limits;
  private final Bench bench;
  private final Queue<Entry> entries;
  private final BiConsumer<Entry, Outcome> listener;

  private Round(
      Equipment equipment,
      Limits limits,
      Bench bench,
      List<Entry> entries,
      BiConsumer<Entry, Outcome> listener) {
    this.equipment = equipment;
    this.limits = limits;
    this.bench = bench;
    this.entries = new ConcurrentLinkedQueue<>(entries);
    this.listener = listener;
  }

  /**
   * Judges all entries and blocks until the last is judged.
   *
   * @param lanes how many at a time
   * @param listener told of each, in the order in which they end, one call at a time
   */
  public static void judge(
      Checkout checkout,
      Equipment equipment,
      Limits limits,
      int lanes,
      List<Entry> entries,
      BiConsumer<Entry, Outcome> listener)
      throws IOException, InterruptedException {
    try (WorkFolders folders = new WorkFolders(checkout);
        Bench bench = new Bench(checkout, equipment, folders)) {
      Round round = new Round(equipment, limits, bench, entries, listener);
      round.run(Math.min(lanes, entries.size()));
    }
  }

  private void run(int lanes) throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, lanes))) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < lanes; i++) {
        ends.add(threads.submit(() -> new Lane().run()));
      }
      for (Future<?> end : ends) {
        try {
          end.get();
        } catch (ExecutionException e) {
          entries.clear();
          switch (e.getCause()) {
            case IOException io -> throw io;
            case Trouble trouble -> throw trouble;
            case null, default -> throw new IllegalStateException(e.getCause());
          }
        }
      }
    }
  }

  private final class Lane {

    private @Nullable WorkerProcess worker;

    @Nullable Void run() throws IOException, InterruptedException {
      try {
        for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
          Outcome outcome = judge(entry);
          synchronized (listener) {
            listener.accept(entry, outcome);
          }
        }
      } finally {
        endWorker();
      }
      return null;
    }

    private Outcome judge(Entry entry) throws IOException, InterruptedException {
      long start = System.nanoTime();
      WorkerProcess ready = worker;
      boolean fresh = ready == null;
      if (ready == null) {
        ready = WorkerProcess.start(equipment);
        worker = ready;
      }
      Bench.Compiled compiled = bench.compile(entry.exercise(), entry.subject());
      if (fresh) {
        ready.awaitReady();
      }
      if (!compiled.problems().isEmpty()) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Outcome.Uncompiled(compiled.problems(), millis);
      }
      Order order = Trial.order(Order.Kind.JUDGE, entry.exercise(), compiled.classes(), limits);
      Trial trial = new Trial(ready, limits, start);
      Outcome outcome = trial.run(order, ended -> {});
      if (!trial.leftWorkerReusable()) {
        endWorker();
      }
      WorkFolders.delete(compiled.folder());
      return outcome;
    }

    private void endWorker() {
      WorkerProcess ended = worker;
      worker = null;
      if (ended != null) {
        ended.close();
      }
    }
  }
}
