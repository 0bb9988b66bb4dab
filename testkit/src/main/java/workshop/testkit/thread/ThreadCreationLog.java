package workshop.testkit.thread;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * Remembers the learner's lines that created threads, on the thread that watches and on all threads
 * that descend from it.
 *
 * <p>The constructor of a thread copies inheritable thread locals, on the thread that creates it.
 * At that moment the learner's line is on the stack. Threads that inherit nothing are missed: those
 * of the common pool, and the default threads of asynchronous channels.
 */
final class ThreadCreationLog {

  private static final InheritableThreadLocal<@Nullable ThreadCreationLog> INHERITED =
      new InheritableThreadLocal<>() {
        @Override
        protected @Nullable ThreadCreationLog childValue(@Nullable ThreadCreationLog parents) {
          if (parents != null) {
            parents.remember();
          }
          return parents;
        }
      };

  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private ThreadCreationLog() {}

  /** Watches the current thread and its descendants, instead of an older log. */
  static ThreadCreationLog watch() {
    ThreadCreationLog starts = new ThreadCreationLog();
    INHERITED.set(starts);
    return starts;
  }

  /** Stops watching the current thread. */
  static void end() {
    INHERITED.remove();
  }

  /** Returns the log of the current thread; an empty one if there is none. */
  static ThreadCreationLog current() {
    ThreadCreationLog starts = INHERITED.get();
    return starts == null ? new ThreadCreationLog() : starts;
  }

  /** Returns {@code failure} with the lines as evidence, if there are any. */
  Diagnosis addTo(Diagnosis failure) {
    String text = toString();
    return text.isEmpty() ? failure : failure.evidence("Lines that started threads", text);
  }

  private void remember() {
    String own = ThreadCreationLog.class.getName();
    StackWalker.getInstance()
        .walk(frames ->
            frames
                .map(StackWalker.StackFrame::toStackTraceElement)
                .filter(LearnerFrames::isOurs)
                .filter(frame -> !frame.getClassName().startsWith(own))
                .findFirst())
        // The testkit creates threads as well, which are not the learner's.
        .filter(LearnerFrames::isLearners)
        .map(LearnerFrames::place)
        .ifPresent(this::count);
  }

  private synchronized void count(String line) {
    lines.merge(line, 1, Integer::sum);
  }

  /** Returns a line of text for each line of code, or an empty string. */
  @Override
  public synchronized String toString() {
    return lines.entrySet().stream()
        .map(line ->
            "  %s (%d thread%s)"
                .formatted(line.getKey(), line.getValue(), line.getValue() == 1 ? "" : "s"))
        .collect(joining("\n"));
  }
}
