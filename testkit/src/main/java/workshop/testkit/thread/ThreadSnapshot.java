package workshop.testkit.thread;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * What a thread does, in terms of the learner's own lines ({@link LearnerFrames}) and of the method
 * that such a line called: {@code "caller" waits in CompletableFuture.get at
 * WriteThenRead.java:23}.
 *
 * @param name the thread's name, empty for most virtual threads
 * @param stack its stack, innermost call first; empty if it has not started or has ended
 */
public record ThreadSnapshot(
    long id,
    String name,
    boolean virtual,
    boolean daemon,
    Thread.State state,
    List<StackTraceElement> stack) {

  /** Threads that observe the program and do no work for it. */
  private static final Set<String> WATCHERS =
      Set.of("heartbeat", "timeline-sampler", "vertx-blocked-thread-checker");

  public ThreadSnapshot {
    stack = List.copyOf(stack);
  }

  /** Returns what {@code thread} is doing now. */
  public static ThreadSnapshot of(Thread thread) {
    List<ThreadSnapshot> platform =
        thread.isVirtual() ? List.of() : PlatformThreads.snapshots(List.of(thread));
    return platform.isEmpty() ? byItself(thread) : platform.getFirst();
  }

  /** Returns a snapshot of a thread that is virtual, not started, or has ended. */
  private static ThreadSnapshot byItself(Thread thread) {
    Thread.State before;
    StackTraceElement[] stack;
    do {
      before = thread.getState();
      stack = thread.getStackTrace();
    } while (thread.getState() != before); // the stack may belong to another state
    return new ThreadSnapshot(
        thread.threadId(),
        thread.getName(),
        thread.isVirtual(),
        thread.isDaemon(),
        before,
        List.of(stack));
  }

  /**
   * Returns every live thread, without the JVM's own. Waits a fraction of a second for a moment at
   * which no virtual thread runs; if there is none, virtual threads are missing.
   */
  public static List<ThreadSnapshot> everywhere() {
    List<ThreadSnapshot> all = platform();
    VirtualThreads.all().ifPresent(all::addAll);
    return all;
  }

  /** Returns every live platform thread, without the JVM's own. Takes less than a millisecond. */
  public static List<ThreadSnapshot> platform() {
    return platform(Integer.MAX_VALUE);
  }

  private static List<ThreadSnapshot> platform(int frames) {
    List<Thread> threads = new ArrayList<>(PlatformThreads.all());
    threads.removeIf(PermanentThreads::isTheJvms);
    return PlatformThreads.snapshots(threads, frames);
  }

  /**
   * Returns whether any thread, virtual or not, computes at this moment, or is inside a file
   * operation of the operating system, which ends by itself. The calling thread does not count, nor
   * do watchers such as a heartbeat and the event loop that it keeps ticking. Cheap enough to be
   * called often.
   */
  public static boolean anyThreadIsBusy() {
    long asking = Thread.currentThread().threadId();
    return Carriers.look().areBusy()
        || platform(1).stream()
            .anyMatch(each ->
                each.isBusy()
                    && each.id() != asking
                    && !WATCHERS.contains(each.name())
                    && !Heartbeat.isTicking(each.id()));
  }

  /**
   * Returns whether a virtual thread sleeps or waits with a time limit, which no snapshot shows.
   */
  public static boolean anyVirtualThreadIsTimed() {
    return Carriers.look().anyWaitsWithALimit();
  }

  /** Returns the threads that are in the learner's code, each with its lines, as evidence. */
  public static String inLearnersCode() {
    long asking = Thread.currentThread().threadId();
    List<ThreadSnapshot> all = platform();
    Optional<List<ThreadSnapshot>> virtual = VirtualThreads.all();
    virtual.ifPresent(all::addAll);
    String threads =
        all.stream()
            .filter(each -> each.id != asking && each.line().isPresent())
            .sorted((a, b) -> Long.compare(a.id, b.id))
            .map(ThreadSnapshot::trace)
            .collect(joining("\n"));
    if (virtual.isEmpty()) {
      String runs =
          "  a virtual thread is running or sleeping; the stacks of virtual threads cannot be read";
      return threads.isEmpty() ? runs : threads + "\n" + runs;
    }
    return threads.isEmpty() ? "  no thread is in your code" : threads;
  }

  /** Returns the learner's innermost line, such as {@code WriteThenRead.java:23}. */
  public Optional<String> line() {
    int own = innermostOwn();
    return own < 0 ? Optional.empty() : Optional.of(LearnerFrames.place(stack.get(own)));
  }

  /** Returns whether the thread waits: for another thread, a lock, or the clock. */
  public boolean isParked() {
    return switch (state) {
      case BLOCKED, WAITING, TIMED_WAITING -> true;
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  /**
   * Returns whether the thread computes or is about to. A thread in a native method does not
   * compute, because an idle event loop is runnable as well. A file operation counts: the disk may
   * take long, but it will end.
   */
  public boolean isBusy() {
    if (state != Thread.State.RUNNABLE || stack.isEmpty()) {
      return state == Thread.State.RUNNABLE;
    }
    return !stack.getFirst().isNativeMethod() || StackFrames.isFileOperation(stack.getFirst());
  }

  /** Returns whether the learner's line called a method that sleeps. */
  boolean sleepsByTheClock() {
    int own = innermostOwn();
    return own > 0 && StackFrames.isSleep(stack.get(own - 1));
  }

  /**
   * Returns whether the learner's line waits with a time limit, after which it may poll again, or
   * whether this is the thread of a timer that waits for its next task. The {@code close()} of an
   * executor does not count: its limit is a day. Nor does a thread that the test holds in a file
   * operation.
   */
  boolean waitsWithALimit() {
    int own = innermostOwn();
    boolean byItself =
        own > 0
            && !LearnerFrames.isOurs(stack.get(own - 1))
            && !stack.get(own - 1).getMethodName().equals("close");
    return state == Thread.State.TIMED_WAITING
        && stack.stream().noneMatch(StackFrames::isGate)
        && (byItself || stack.stream().anyMatch(StackFrames::isTimer));
  }

  /** Returns the thread's name in quotes, or its kind and id if it has none. */
  public String who() {
    return name.isEmpty() ? (virtual ? "virtual thread #" : "thread #") + id : '"' + name + '"';
  }

  /** Returns what the thread does, without its name: {@code waits in Future.get at X.java:23}. */
  public String doing() {
    int own = innermostOwn();
    Optional<String> callee = callee(own);
    String verb =
        switch (state) {
          case NEW -> "has not started";
          case TERMINATED -> "has ended";
          case BLOCKED -> "waits for a lock";
          case WAITING, TIMED_WAITING -> "waits";
          case RUNNABLE -> callee.isPresent() && own != 0 ? "is" : "runs";
        };
    String where = callee.map(method -> " in " + method).orElse("");
    return verb + where + line().map(line -> " at " + line).orElse("");
  }

  /** Returns the name and what it does in one sentence, without a period. */
  @Override
  public String toString() {
    return who() + " " + doing();
  }

  /** Returns the same in a form that can follow an article: {@code thread "caller" waits}. */
  public String introduced() {
    return (name.isEmpty() ? "" : "thread ") + this;
  }

  /** Returns the sentence, and below it the learner's lines as a stack trace. */
  public String trace() {
    StringBuilder text = new StringBuilder("  ").append(who()).append(' ').append(doing());
    String last = "";
    for (StackTraceElement frame : stack) {
      boolean shown = LearnerFrames.isLearners(frame) && !StackFrames.isReference(frame);
      if (shown
          && !last.equals(LearnerFrames.place(frame))) { // a lambda may stand on its method's line
        last = LearnerFrames.place(frame);
        text.append("\n      at ")
            .append(frame.getClassName())
            .append('.')
            .append(LearnerFrames.method(frame))
            .append('(')
            .append(LearnerFrames.place(frame))
            .append(')');
      }
    }
    return text.toString();
  }

  private int innermostOwn() {
    int reference = -1;
    for (int i = 0; i < stack.size(); i++) {
      if (LearnerFrames.isLearners(stack.get(i))) {
        if (!StackFrames.isReference(stack.get(i))) {
          return i;
        }
        reference = reference < 0 ? i : reference;
      }
    }
    return reference;
  }

  /**
   * Returns the method that the learner's line called, or the innermost method if there is no such
   * line.
   */
  private Optional<String> callee(int own) {
    if (own == 0) {
      return Optional.empty();
    }
    if (own > 0) {
      return Optional.of(StackFrames.method(stack.get(own - 1)));
    }
    return stack.stream()
        .filter(frame -> !StackFrames.isMachinery(frame))
        .findFirst()
        .map(StackFrames::method);
  }
}
