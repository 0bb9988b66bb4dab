package workshop.runner.watch;

import java.util.HashSet;
import java.util.Set;
import workshop.runner.core.Exercise;

/**
 * The files that the last verdict rests on, and those that changed while the next one is being
 * made, which may have been compiled as they were before.
 */
final class Uses {

  private final Set<String> changed = new HashSet<>();
  private Set<String> compiled = Set.of();

  /** Another exercise begins. */
  void forget() {
    compiled = Set.of();
    changed.clear();
  }

  /** A run begins: whatever has changed so far, it sees. */
  void begin() {
    changed.clear();
  }

  /**
   * Takes note of changes, and returns whether they may change the verdict.
   *
   * @param drafts files of exercises
   * @param others other source files
   * @param uncompiled whether the exercise does not compile, perhaps for want of one of the others
   */
  boolean change(Exercise current, Set<String> drafts, Set<String> others, boolean uncompiled) {
    Set<String> beside = new HashSet<>(others);
    beside.removeIf(file -> !file.startsWith(current.sourceRoot()));
    boolean mayCompileNow = uncompiled && !beside.isEmpty();
    beside.addAll(drafts);
    beside.remove(current.file());
    changed.addAll(beside);
    return mayCompileNow || beside.stream().anyMatch(compiled::contains);
  }

  /** Takes note of what went into a run, and returns whether any of it has changed meanwhile. */
  boolean compile(Set<String> sources) {
    compiled = sources;
    return changed.stream().anyMatch(sources::contains);
  }

  /** Returns whether files have changed since the run began. */
  boolean changedMeanwhile() {
    return !changed.isEmpty();
  }
}
