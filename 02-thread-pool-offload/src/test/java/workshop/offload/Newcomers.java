package workshop.offload;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The platform threads that were started since a moment, told by the beginning of their names. */
final class Newcomers {

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final String name;

  private Newcomers(String name) {
    this.name = name;
  }

  /** Returns who is called {@code name} and something, and is not there yet. */
  static Newcomers called(String name) {
    return new Newcomers(name);
  }

  /** Returns the names of those who are alive, but of none that begins with one of these. */
  List<String> aliveBut(String... others) {
    return alive().stream().filter(name -> Stream.of(others).noneMatch(name::startsWith)).toList();
  }

  /** Returns the names of those who are alive: a thread is, from the moment it is started. */
  List<String> alive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(each -> each.startsWith(name))
        .sorted()
        .toList();
  }
}
