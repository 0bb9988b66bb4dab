package workshop.runner.worker;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one thread was doing at an instant.
 *
 * @param name the thread's name; {@code ""} for a thread that was given none
 * @param state as {@link java.lang.Thread.State} calls it
 * @param deadlocked whether it waits for a lock whose holder waits, in the end, for this thread
 * @param moved whether it used a processor while it was looked at, so that it does not just wait
 *     for the operating system
 * @param frames the innermost first
 */
public record DumpedThread(
    String name,
    boolean virtual,
    String state,
    boolean deadlocked,
    boolean moved,
    List<StackTraceElement> frames) {

  public DumpedThread {
    frames = List.copyOf(frames);
  }

  /** Returns the line of the learner's that the thread stands at or called from. */
  public Optional<StackTraceElement> learnersLine(Set<String> suiteFiles) {
    return frames.stream().filter(f -> StackTraces.isLearners(f, suiteFiles)).findFirst();
  }

  /** Returns what the learner's line called that has not come back; nothing if it runs itself. */
  public Optional<StackTraceElement> calledFrom(StackTraceElement line) {
    int index = frames.indexOf(line);
    return index > 0 ? Optional.of(frames.get(index - 1)) : Optional.empty();
  }

  /** Returns how to speak of this thread. */
  public String title() {
    String kind = virtual ? "virtual thread" : "thread";
    return name.isEmpty() ? "a " + kind + " without a name" : kind + " \"" + name + "\"";
  }

  boolean isRunning() {
    return state.equals("RUNNABLE");
  }
}
