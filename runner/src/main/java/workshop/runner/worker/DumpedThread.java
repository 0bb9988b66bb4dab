package workshop.runner.worker;

import java.util.List;
import java.util.Optional;
import workshop.testkit.thread.ThreadSnapshot;

/**
 * What one thread was doing at a certain moment.
 *
 * @param deadlocked whether it waits for a lock whose holder, perhaps through others, waits for it
 * @param moved whether it used a processor during the dump, so that it does not just wait for the
 *     operating system
 */
public record DumpedThread(ThreadSnapshot snapshot, boolean deadlocked, boolean moved) {

  /** Returns the stack, the innermost call first. */
  List<StackTraceElement> frames() {
    return snapshot.stack();
  }

  /** Returns the call that the learner's line is waiting for; empty if the line itself runs. */
  public Optional<StackTraceElement> calledFrom(StackTraceElement line) {
    int index = frames().indexOf(line);
    return index > 0 ? Optional.of(frames().get(index - 1)) : Optional.empty();
  }

  /** Describes this thread in the middle of a sentence. */
  public String title() {
    String name = snapshot.name();
    String kind = snapshot.virtual() ? "virtual thread" : "thread";
    return name.isEmpty() ? "a " + kind + " without a name" : kind + " \"" + name + "\"";
  }

  boolean isRunning() {
    return snapshot.state() == Thread.State.RUNNABLE;
  }
}
