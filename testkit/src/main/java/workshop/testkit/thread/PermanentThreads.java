package workshop.testkit.thread;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Threads that no code of an exercise can end, each kind with the reason.
 *
 * <p>The threads of an {@code HttpClient} or a {@code Vertx} are not among them: both can be
 * closed.
 */
public final class PermanentThreads {

  /** The group of the threads that the test's HTTP server needs. */
  public static final String ORIGIN = "origin";

  private record Kind(Pattern name, String reason) {}

  private static final List<Kind> KINDS =
      List.of(
          kind("ForkJoinPool\\.commonPool-.*", "shared by the whole JVM, cannot be shut down"),
          kind(
              "InnocuousThread-\\d+",
              "the default group of asynchronous channels: shared by the whole JVM"),
          kind(
              "Common-Cleaner|Cleaner-\\d+",
              "frees what objects leave behind; ends with its owner"),
          kind("process reaper.*", "waits for child processes, one pool for the whole JVM"),
          kind("VirtualThread-un(parker|blocker)", "wakes virtual threads"),
          kind("(Master|Read-|Write-|Sub)Poller.*", "waits for sockets of virtual threads"),
          kind("(Attach|JFR|RMI|JMX) .*", "serves a tool that looks at this JVM"),
          kind("junit-.*", "JUnit's time limits"),
          kind("surefire-.*", "Maven's connection to the JVM that runs the tests"),
          kind(
              "globalEventExecutor-.*",
              "Netty's shared executor, one for the whole JVM; its thread ends a second"
                  + " after the last task"));

  private PermanentThreads() {}

  private static Kind kind(String name, String reason) {
    return new Kind(Pattern.compile(name), reason);
  }

  /** Returns why no code can end {@code thread}; empty if some code can. */
  public static Optional<String> reasonToKeep(Thread thread) {
    if (isTheJvms(thread)) {
      return Optional.of("the JVM's own");
    }
    if (isIn(ORIGIN, thread)) {
      return Optional.of("the server that the tests download from; one for the whole JVM");
    }
    if (isCarrier(thread)) {
      return Optional.of("carries virtual threads; one pool for the whole JVM");
    }
    return KINDS.stream()
        .filter(kind -> kind.name.matcher(thread.getName()).matches())
        .map(Kind::reason)
        .findFirst();
  }

  /** Returns whether {@code thread} is one that every program has. */
  static boolean isTheJvms(Thread thread) {
    return isIn("system", thread);
  }

  static boolean isCarrier(Thread thread) {
    return isIn("CarrierThreads", thread);
  }

  /**
   * Returns whether {@code thread} exists because virtual threads are used. Carriers alone are not
   * enough: idle carriers end while virtual threads still wait.
   */
  static boolean tellsOfVirtualThreads(Thread thread) {
    return isCarrier(thread) || thread.getName().equals("VirtualThread-unblocker");
  }

  /** Returns whether {@code virtual} is one of the JVM's own virtual threads. */
  static boolean isPoller(ThreadSnapshot virtual) {
    return virtual.name().matches("(Read-|Write-|Sub)Poller.*")
        && virtual.stack().stream()
            .anyMatch(frame -> frame.getClassName().startsWith("sun.nio.ch.Poller"));
  }

  private static boolean isIn(String name, Thread thread) {
    ThreadGroup group = thread.getThreadGroup(); // null once the thread has ended
    return group != null && group.getName().equals(name);
  }
}
