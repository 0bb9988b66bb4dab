package workshop.testkit.thread;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import workshop.testkit.suite.Teaching;

/**
 * Knows which threads were there before, and so which ones an exercise has left behind.
 *
 * <p>Virtual threads count too. Threads that nobody can be asked to end do not ({@link
 * Infrastructure} lists them with reasons), unless they are in the learner's code.
 */
public final class ThreadLedger {

  private record Exempt(String prefix, String reason) {}

  private final Set<Long> before = new HashSet<>();
  private final List<Exempt> exempt = new ArrayList<>();
  private final Starts starts;

  private ThreadLedger() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !isShared(thread) || Whereabouts.of(thread).line().isPresent())
        .forEach(thread -> before.add(thread.threadId()));
    VirtualThreads.all().forEach(thread -> before.add(thread.id()));
    starts = Starts.watch();
  }

  /** A shared thread is nobody's, so what it does now counts, and not whether it was there. */
  private static boolean isShared(Thread thread) {
    return Infrastructure.reasonToKeep(thread).isPresent();
  }

  /** Returns a ledger of the threads that are alive now: they are nobody's leftovers. */
  public static ThreadLedger open() {
    return new ThreadLedger();
  }

  /**
   * Leaves out threads whose name starts with {@code prefix}, such as those that a suite's own
   * {@code Vertx} starts when it first needs them.
   *
   * @param reason why nobody is asked to end them, for whoever reads the suite
   */
  public ThreadLedger except(String prefix, String reason) {
    exempt.add(new Exempt(prefix, requireNonNull(reason, "reason")));
    return this;
  }

  /**
   * Waits until no thread is left that was not there before; fails with those that stay.
   *
   * <p>A thread that is about to end gets the whole deadline. If all that are left wait without
   * anybody computing, as an idle worker of a pool does, a second is enough to be certain.
   */
  public void nobodyIsLeft() {
    Deadline deadline = Deadline.fromNow();
    Stillness stillness = new Stillness();
    List<Whereabouts> left = left();
    while (!left.isEmpty()) {
      boolean waiting = left.stream().allMatch(each -> !each.isBusy());
      if (stillness.look(waiting) || deadline.hasPassed()) {
        throw leftovers(left);
      }
      letEnd(left.getFirst());
      left = left();
    }
    Starts.end();
  }

  /** A thread that ends wakes us at once; virtual ones are looked at again. */
  private void letEnd(Whereabouts one) {
    Optional<Thread> thread =
        Thread.getAllStackTraces().keySet().stream()
            .filter(each -> each.threadId() == one.id())
            .findFirst();
    try {
      if (thread.isPresent()) {
        thread.get().join(Stillness.LOOK_MILLIS);
      } else {
        Thread.sleep(Stillness.LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      throw Await.interrupted("the end of " + one.who());
    }
  }

  private List<Whereabouts> left() {
    List<Whereabouts> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      Whereabouts where = Whereabouts.of(thread);
      if (thread != Thread.currentThread()
          && where.state() != Thread.State.TERMINATED
          && (!isShared(thread) || where.line().isPresent())) {
        left.add(where);
      }
    }
    left.addAll(VirtualThreads.all());
    left.removeIf(each -> before.contains(each.id()));
    left.removeIf(each -> exempt.stream().anyMatch(e -> each.name().startsWith(e.prefix)));
    left.sort((a, b) -> Long.compare(a.id(), b.id()));
    return left;
  }

  private Teaching leftovers(List<Whereabouts> left) {
    String names = left.stream().map(Whereabouts::who).collect(Collectors.joining(", "));
    boolean keepsTheProgram = left.stream().anyMatch(each -> !each.daemon());
    Teaching failure =
        Teaching.saw(
                (left.size() == 1 ? "a thread is" : left.size() + " threads are")
                    + " left when all is done: "
                    + names)
            .means(
                keepsTheProgram
                    ? "whoever started it never stopped it; it is no daemon, so the program does not"
                        + " end either"
                    : "whoever started it never stopped it; with each call there will be more of them")
            .todo(advice(left))
            .evidence(
                "Left behind",
                left.stream()
                    .map(each -> each.trace() + (each.daemon() ? "" : "\n      (no daemon)"))
                    .collect(Collectors.joining("\n")));
    String lines = starts.toString();
    return lines.isEmpty() ? failure : failure.evidence("Your lines that started threads", lines);
  }

  private static String advice(List<Whereabouts> left) {
    String name = left.getFirst().name();
    if (name.equals("caller")) {
      return "the call itself has not come back: find what it still waits for";
    }
    if (name.startsWith("vert.x-")) {
      return "close the Vertx that you made, and wait until it is closed";
    }
    if (name.startsWith("HttpClient-")) {
      return "close the HttpClient that you made, or use one for all requests";
    }
    return "close the executor that you made: try-with-resources, or shutdown() in a finally block";
  }
}
