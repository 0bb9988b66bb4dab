package workshop.testkit.thread;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * Finds the threads that an exercise has started and left running, virtual threads included.
 * Threads that no code can end do not count ({@link PermanentThreads}), unless they are in the
 * learner's code.
 *
 * <p>Only one exercise may run in the JVM at a time.
 */
public final class ThreadLeakDetector {

  /** How long a virtual thread of an earlier test may take to end. */
  private static final long RUN_OUT_MILLIS = 500;

  /** These stand for virtual threads that cannot be listed. */
  private static final ThreadSnapshot RUNNING = unlisted(Thread.State.RUNNABLE);

  private static final ThreadSnapshot ASLEEP = unlisted(Thread.State.TIMED_WAITING);

  private final Set<Long> before = new HashSet<>();
  private final Carriers carriers;
  private final long firstVirtual;
  private final ThreadCreationLog starts;

  private ThreadLeakDetector() {
    List<Thread> threads = PlatformThreads.all();
    threads.forEach(thread -> before.add(thread.threadId()));
    before.removeAll(idleOfTheJvm(threads));
    Carriers.comeToRest(RUN_OUT_MILLIS); // so that a virtual thread that runs later is new
    carriers = Carriers.look();
    // The JVM numbers threads in the order of their creation. Listing the virtual threads that
    // exist now would be slow.
    firstVirtual =
        Thread.ofPlatform().inheritInheritableThreadLocals(false).unstarted(() -> {}).threadId();
    starts = ThreadCreationLog.watch();
  }

  /** Returns the new platform threads, without the permanent ones. */
  private List<ThreadSnapshot> platform() {
    Thread test = Thread.currentThread();
    // Only new threads are examined, because this takes a while and often there are none.
    List<Thread> since =
        PlatformThreads.all().stream()
            .filter(each -> each != test && !before.contains(each.threadId()))
            .toList();
    Set<Long> idle = idleOfTheJvm(since);
    return PlatformThreads.snapshots(
        since.stream().filter(each -> !idle.contains(each.threadId())).toList());
  }

  /** Returns the permanent threads that are not in the learner's code. */
  private static Set<Long> idleOfTheJvm(List<Thread> threads) {
    List<Thread> shared =
        threads.stream()
            .filter(thread -> PermanentThreads.reasonToKeep(thread).isPresent())
            .toList();
    return PlatformThreads.snapshots(shared).stream()
        .filter(each -> each.line().isEmpty())
        .map(ThreadSnapshot::id)
        .collect(toSet());
  }

  /**
   * Returns the new virtual threads. While they cannot be listed because they run, one stands for
   * all of them, unless a virtual thread of an earlier test was still running.
   */
  private List<ThreadSnapshot> virtual() {
    if (Carriers.look().haveRestedSince(carriers)) {
      return List.of(); // none has run, so there is none
    }
    Carriers now = Carriers.look();
    if (now.anyWaitsWithALimit() && !now.areBusy() && !carriers.mayMove()) {
      return List.of(ASLEEP); // finding out that it cannot be listed would only take longer
    }
    List<ThreadSnapshot> unlisted = carriers.mayMove() ? List.of() : List.of(RUNNING);
    return VirtualThreads.all()
        .map(all -> all.stream().filter(each -> each.id() > firstVirtual).toList())
        .orElse(unlisted);
  }

  private static ThreadSnapshot unlisted(Thread.State state) {
    return new ThreadSnapshot(0, "running or asleep", true, true, state, List.of());
  }

  private static boolean isUnlisted(ThreadSnapshot thread) {
    return thread.equals(RUNNING) || thread.equals(ASLEEP);
  }

  /** Returns a detector that ignores the threads that are alive now. */
  public static ThreadLeakDetector open() {
    return new ThreadLeakDetector();
  }

  /**
   * Waits until all new threads have ended, and fails if some remain. While a thread is still
   * computing, this may take the whole deadline. If all new threads are waiting and no thread
   * computes, it gives up after a second.
   */
  public void assertNoThreadIsLeft() {
    Deadline deadline = Deadline.fromNow();
    Quiescence quiescence = new Quiescence();
    List<ThreadSnapshot> left = left();
    while (!left.isEmpty()) {
      boolean waiting = left.stream().allMatch(each -> !each.isBusy());
      if (quiescence.isReached(waiting) || deadline.hasPassed()) {
        throw leftovers(left);
      }
      letEnd(left.getFirst());
      left = left();
    }
    ThreadCreationLog.end();
  }

  private void letEnd(ThreadSnapshot one) {
    Optional<Thread> thread =
        PlatformThreads.all().stream().filter(each -> each.threadId() == one.id()).findFirst();
    try {
      if (thread.isPresent()) {
        thread.get().join(Quiescence.LOOK_MILLIS);
      } else {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      throw Await.interrupted("the end of " + one.who());
    }
  }

  private List<ThreadSnapshot> left() {
    List<ThreadSnapshot> left = platform();
    left.addAll(virtual());
    left.sort((a, b) -> Long.compare(a.id(), b.id()));
    return left;
  }

  private Diagnosis leftovers(List<ThreadSnapshot> left) {
    Diagnosis failure =
        Diagnosis.observed(
                (left.size() == 1 ? "a thread is" : left.size() + " threads are")
                    + " still alive after the test: "
                    + left.stream().map(ThreadLeakDetector::who).collect(joining(", ")))
            .means(meaning(left))
            .nextStep(advice(left))
            .evidence(
                "Still alive", left.stream().map(ThreadLeakDetector::entry).collect(joining("\n")));
    return starts.addTo(failure);
  }

  private static String who(ThreadSnapshot thread) {
    return isUnlisted(thread) ? "a virtual thread" : thread.who();
  }

  private static String entry(ThreadSnapshot thread) {
    if (isUnlisted(thread)) {
      return "  a virtual thread is running or sleeping; its stack cannot be read";
    }
    return thread.trace() + (thread.daemon() ? "" : "\n      (not a daemon)");
  }

  private static String meaning(List<ThreadSnapshot> left) {
    String who =
        left.size() == 1
            ? "your code started this thread and never stopped it"
            : "your code started these threads and never stopped them";
    return left.stream().allMatch(ThreadSnapshot::daemon)
        ? who + ". Each call may add another thread"
        : who + ". A thread that is not a daemon keeps the program running";
  }

  private static String advice(List<ThreadSnapshot> left) {
    if (anyIs(left, "caller")) {
      return "the call itself has not returned: find what it is waiting for";
    }
    if (anyIs(left, "vert.x-")) {
      return "close the Vertx that you created, and wait until it is closed";
    }
    if (anyIs(left, "HttpClient-")) {
      return "close the HttpClient that you created, or use one client for all requests";
    }
    boolean virtual = left.stream().allMatch(ThreadSnapshot::virtual);
    return left.stream()
        .flatMap(each -> each.line().stream())
        .findFirst()
        .map(line -> "your work at " + line + " has not ended: wait for it, or stop it")
        .orElse(
            virtual
                ? "wait for each virtual thread that you start, or interrupt it when you no longer"
                    + " need it"
                : "close the executor that you created: with try-with-resources, or with shutdown()"
                    + " in a finally block");
  }

  private static boolean anyIs(List<ThreadSnapshot> left, String prefix) {
    return left.stream().anyMatch(each -> each.name().startsWith(prefix));
  }
}
