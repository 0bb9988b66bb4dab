package workshop.offload;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The platform threads that were started after a certain moment and whose names have a certain
 * prefix.
 */
final class StartedThreads {

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final String prefix;

  private StartedThreads(String prefix) {
    this.prefix = prefix;
  }

  /** Watches for threads that are started from now on and have a name with this prefix. */
  static StartedThreads named(String prefix) {
    return new StartedThreads(prefix);
  }

  /** Returns the names of those that are alive, except those with one of {@code prefixes}. */
  List<String> aliveExcept(String... prefixes) {
    return alive().stream()
        .filter(name -> Stream.of(prefixes).noneMatch(name::startsWith))
        .toList();
  }

  /** Returns the names of those that are alive. A thread is alive from the moment it is started. */
  List<String> alive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .toList();
  }
}
