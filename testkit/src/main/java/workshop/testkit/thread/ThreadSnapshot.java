package workshop.testkit.thread;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * Where a thread stands, told by the learner's own lines: {@code "caller" waits in
 * CompletableFuture.get at WriteThenRead.java:23}.
 *
 * <p>A learner's line is one in a package of the workshop, but not of its machinery: the testkit,
 * the runner, the comparison. (The testkit's own tests count: there they play the learner.) Shown
 * with it is the method that it called, since that is where the thread waits.
 *
 * @param id the thread's id
 * @param name the thread's name, empty for most virtual threads
 * @param virtual whether it is a virtual thread
 * @param daemon whether the program may end while it lives
 * @param state what the JVM says it does
 * @param stack its stack, innermost call first; empty if it has not started or has ended
 */
public record ThreadSnapshot(
    long id,
    String name,
    boolean virtual,
    boolean daemon,
    Thread.State state,
    List<StackTraceElement> stack) {

  public ThreadSnapshot {
    stack = List.copyOf(stack);
  }

  /** Returns where {@code thread} stands now. */
  public static ThreadSnapshot of(Thread thread) {
    List<ThreadSnapshot> platform =
        thread.isVirtual() ? List.of() : PlatformThreads.standing(List.of(thread));
    return platform.isEmpty() ? byItself(thread) : platform.getFirst();
  }

  /** Where a thread stands that is virtual, not yet started, or over. */
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
   * Returns where every live thread stands, the JVM's own left out. Virtual ones are among them
   * while none of them runs: that is waited for, but no longer than a fraction of a second. In a
   * JVM that lets its list of them be read, such as the one that judges an exercise for the
   * workshop command, they are among them always.
   */
  public static List<ThreadSnapshot> everywhere() {
    List<ThreadSnapshot> all = platform();
    VirtualThreads.all().ifPresent(all::addAll);
    return all;
  }

  /** Returns the same without virtual threads, which takes a fraction of a millisecond. */
  public static List<ThreadSnapshot> platform() {
    List<Thread> threads = new ArrayList<>(PlatformThreads.all());
    threads.removeIf(PermanentThreads::isTheJvms);
    return PlatformThreads.standing(threads);
  }

  /**
   * Returns whether any thread but the one that asks, virtual or not, computes at this moment, or
   * is inside a file operation that ends by itself: one of the operating system, or one that a test
   * has slowed down. Cheap enough to ask often.
   */
  public static boolean somebodyIsBusy() {
    long asking = Thread.currentThread().threadId();
    return Carriers.look().areBusy()
        || platform().stream()
            .filter(each -> each.id() != asking)
            .anyMatch(each -> each.isBusy() || each.isAtASlowDisk());
  }

  /**
   * Returns the threads that are in the learner's code now, without the one that asks, each with
   * its learner's lines. For the end of a failure message.
   */
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
          "  a virtual thread runs or sleeps; where the virtual ones stand cannot be told";
      return threads.isEmpty() ? runs : threads + "\n" + runs;
    }
    return threads.isEmpty() ? "  no thread is in your code now" : threads;
  }

  /** Returns the learner's innermost line, such as {@code WriteThenRead.java:23}, if it has one. */
  public Optional<String> line() {
    int own = innermostOwn();
    return own < 0 ? Optional.empty() : Optional.of(StackFrames.place(stack.get(own)));
  }

  /** Returns whether the thread waits: for another thread, a lock, or the clock. */
  public boolean isParked() {
    return switch (state) {
      case BLOCKED, WAITING, TIMED_WAITING -> true;
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  /**
   * Returns whether the thread computes, or is about to. One inside a native method does not count:
   * an idle event loop is called runnable as well. But a file operation does: a disk may take
   * longer than anybody's patience, and then goes on.
   */
  public boolean isBusy() {
    if (state != Thread.State.RUNNABLE || stack.isEmpty()) {
      return state == Thread.State.RUNNABLE;
    }
    return !stack.getFirst().isNativeMethod() || StackFrames.isFileOperation(stack.getFirst());
  }

  /**
   * Returns whether the thread waits at a disk that a test has slowed down. That wait ends by
   * itself; one at a gate does not.
   */
  boolean isAtASlowDisk() {
    return isParked()
        && stack.stream().anyMatch(StackFrames::isDiskPause)
        && stack.stream().noneMatch(StackFrames::isGate);
  }

  /** Returns whether the learner's line called for a pause that ends by itself. */
  boolean sleepsByTheClock() {
    int own = innermostOwn();
    return own > 0 && StackFrames.isSleep(stack.get(own - 1));
  }

  /**
   * Returns whether the learner's line called for a wait with a limit, after which it may ask
   * again. A {@code close()} is none: its limit is a day.
   */
  boolean waitsWithALimit() {
    int own = innermostOwn();
    return state == Thread.State.TIMED_WAITING
        && own > 0
        && !LearnerFrames.isOurs(stack.get(own - 1))
        && !stack.get(own - 1).getMethodName().equals("close");
  }

  /** Returns the thread's name in quotes, or what it is if it has none. */
  public String who() {
    return name.isEmpty() ? (virtual ? "virtual thread #" : "thread #") + id : '"' + name + '"';
  }

  /** Returns what it does and where, without its name: {@code waits in Future.get at X.java:23}. */
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

  /** Returns name and place in one sentence, without a period. */
  @Override
  public String toString() {
    return who() + " " + doing();
  }

  /**
   * Returns the same to follow an article: {@code thread "caller" waits}, or {@code thread #30}.
   */
  public String introduced() {
    return (name.isEmpty() ? "" : "thread ") + this;
  }

  /** Returns several lines: the sentence, then the learner's lines as a stack trace. */
  public String trace() {
    StringBuilder text = new StringBuilder("  ").append(who()).append(' ').append(doing());
    String last = "";
    for (StackTraceElement frame : stack) {
      boolean shown = LearnerFrames.isLearners(frame) && !StackFrames.isReference(frame);
      if (shown
          && !last.equals(StackFrames.place(frame))) { // a lambda may stand on its method's line
        last = StackFrames.place(frame);
        text.append("\n      at ")
            .append(frame.getClassName())
            .append('.')
            .append(StackFrames.plain(frame.getMethodName()))
            .append('(')
            .append(StackFrames.place(frame))
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

  /** What the learner's line called; without such a line, the call that the thread is known by. */
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
