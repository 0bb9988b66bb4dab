package workshop.testkit.thread;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * Knows which threads were there before, and so which ones an exercise has left behind.
 *
 * <p>Virtual threads count too. Threads that nobody can be asked to end do not ({@link
 * Infrastructure} lists them with reasons), unless they are in the learner's code.
 *
 * <p>One exercise at a time: whatever runs in the same JVM meanwhile would be counted as well.
 */
public final class ThreadLeakDetector {

  /** So long a virtual thread that runs already may take to its end. */
  private static final long RUN_OUT_MILLIS = 500;

  private static final ThreadSnapshot RUNNING =
      new ThreadSnapshot(0, "running or asleep", true, true, Thread.State.RUNNABLE, List.of());

  private final Set<Long> before = new HashSet<>();
  private final Carriers carriers;
  private final long firstVirtual;
  private final ThreadCreationLog starts;

  private ThreadLeakDetector() {
    List<Thread> threads = PlatformThreads.all();
    threads.forEach(thread -> before.add(thread.threadId()));
    before.removeAll(idleOfTheJvm(threads));
    Carriers.comeToRest(RUN_OUT_MILLIS); // a virtual thread that runs later is new, then
    carriers = Carriers.look();
    // The JVM numbers its threads in the order in which they are made: no need to list those that
    // are there, which is expensive.
    firstVirtual =
        Thread.ofPlatform().inheritInheritableThreadLocals(false).unstarted(() -> {}).threadId();
    starts = ThreadCreationLog.watch();
  }

  /** The platform threads that came since, but for those that nobody can be asked to end. */
  private List<ThreadSnapshot> platform() {
    Thread test = Thread.currentThread();
    // Only the new ones are asked where they stand: it takes a while, and often there are none.
    List<Thread> since =
        PlatformThreads.all().stream()
            .filter(each -> each != test && !before.contains(each.threadId()))
            .toList();
    Set<Long> idle = idleOfTheJvm(since);
    return PlatformThreads.standing(
        since.stream().filter(each -> !idle.contains(each.threadId())).toList());
  }

  /** Those that nobody can be asked to end; one of them counts while it is in learner's code. */
  private static Set<Long> idleOfTheJvm(List<Thread> threads) {
    List<Thread> shared =
        threads.stream()
            .filter(thread -> PermanentThreads.reasonToKeep(thread).isPresent())
            .toList();
    return PlatformThreads.standing(shared).stream()
        .filter(each -> each.line().isEmpty())
        .map(ThreadSnapshot::id)
        .collect(toSet());
  }

  /**
   * The virtual threads that were made since. As long as they are not listed because they run, one
   * stands for all; unless others were running before and do not end.
   */
  private List<ThreadSnapshot> virtual() {
    if (Carriers.look().haveRestedSince(carriers)) {
      return List.of(); // none has run, so there is none
    }
    List<ThreadSnapshot> unlisted = carriers.mayMove() ? List.of() : List.of(RUNNING);
    return VirtualThreads.all()
        .map(all -> all.stream().filter(each -> each.id() > firstVirtual).toList())
        .orElse(unlisted);
  }

  /** Returns a ledger of the threads that are alive now: they are nobody's leftovers. */
  public static ThreadLeakDetector open() {
    return new ThreadLeakDetector();
  }

  /**
   * Waits until no thread is left that was not there before; fails with those that stay.
   *
   * <p>A thread that is about to end gets the whole deadline. If all that are left wait without
   * anybody computing, as an idle worker of a pool does, a second is enough to be certain.
   */
  public void nobodyIsLeft() {
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

  /** A thread that ends wakes us at once; virtual ones are looked at again. */
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
                    + " left when all is done: "
                    + left.stream().map(ThreadLeakDetector::who).collect(joining(", ")))
            .means(meaning(left))
            .nextStep(advice(left))
            .evidence(
                "Left behind", left.stream().map(ThreadLeakDetector::entry).collect(joining("\n")));
    String lines = starts.toString();
    return lines.isEmpty() ? failure : failure.evidence("Lines that started threads", lines);
  }

  private static String who(ThreadSnapshot thread) {
    return thread.equals(RUNNING) ? "a virtual thread" : thread.who();
  }

  private static String entry(ThreadSnapshot thread) {
    if (thread.equals(RUNNING)) {
      return "  a virtual thread runs or sleeps; where it stands cannot be told";
    }
    return thread.trace() + (thread.daemon() ? "" : "\n      (no daemon)");
  }

  private static String meaning(List<ThreadSnapshot> left) {
    String who =
        left.size() == 1
            ? "your code started it and never stopped it"
            : "your code started them and never stopped them";
    return left.stream().allMatch(ThreadSnapshot::daemon)
        ? who + "; each further call may add one"
        : who + "; a thread that is not a daemon keeps the program from ending";
  }

  private static String advice(List<ThreadSnapshot> left) {
    if (anyIs(left, "caller")) {
      return "the call itself has not come back: find what it still waits for";
    }
    if (anyIs(left, "vert.x-")) {
      return "close the Vertx that you made, and wait until it is closed";
    }
    if (anyIs(left, "HttpClient-")) {
      return "close the HttpClient that you made, or use one for all requests";
    }
    boolean virtual = left.stream().allMatch(ThreadSnapshot::virtual);
    return left.stream()
        .flatMap(each -> each.line().stream())
        .findFirst()
        .map(line -> "your work at " + line + " is not over: wait for its end, or make it end")
        .orElse(
            virtual
                ? "wait for the end of each virtual thread that you start, or interrupt it when it"
                    + " is not needed anymore; one that sleeps wakes up in vain later"
                : "close the executor that you made: try-with-resources, or shutdown() in a finally"
                    + " block");
  }

  private static boolean anyIs(List<ThreadSnapshot> left, String prefix) {
    return left.stream().anyMatch(each -> each.name().startsWith(prefix));
  }
}
