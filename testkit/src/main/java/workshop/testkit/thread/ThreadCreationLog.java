package workshop.testkit.thread;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * Remembers which of the learner's lines made threads: those that run on the thread that watches,
 * and on all threads that come from it.
 *
 * <p>A new thread inherits the values of inheritable thread locals, and is told so in its
 * constructor, on the thread that makes it: at that moment the line is on the stack. Threads that
 * inherit nothing (of the common pool, of the default group of asynchronous channels) are missed.
 * Which of the threads a line has made is not known, only how many.
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

  /** Watches the current thread and those to come from it, in place of who watched it before. */
  static ThreadCreationLog watch() {
    ThreadCreationLog starts = new ThreadCreationLog();
    INHERITED.set(starts);
    return starts;
  }

  /** Watches the current thread no longer. */
  static void end() {
    INHERITED.remove();
  }

  /** Returns the lines that have been remembered for the current thread, or an empty text. */
  static String lines() {
    ThreadCreationLog starts = INHERITED.get();
    return starts == null ? "" : starts.toString();
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
        // One that the testkit makes on the learner's behalf is none of the learner's.
        .filter(LearnerFrames::isLearners)
        .map(StackFrames::place)
        .ifPresent(this::count);
  }

  private synchronized void count(String line) {
    lines.merge(line, 1, Integer::sum);
  }

  /** Returns a line of text for each line of code, or an empty text. */
  @Override
  public synchronized String toString() {
    return lines.entrySet().stream()
        .map(line ->
            "  %s (%d thread%s)"
                .formatted(line.getKey(), line.getValue(), line.getValue() == 1 ? "" : "s"))
        .collect(joining("\n"));
  }
}
