package workshop.testkit.exercise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.testkit.timeline.Timeline;

/**
 * Keeps the most interesting run of a suite: the first test that failed, or else the contrast with
 * blocking, or else the test with the most threads. Used by one thread.
 */
final class RunRecorder {

  private static @Nullable RecordedRun kept;
  private static boolean failed;

  private RunRecorder() {}

  /** Forgets the run of an earlier suite. */
  static void reset() {
    kept = null;
    failed = false;
  }

  /** Offers the run of a test that has ended. */
  static void testEnded(String test, boolean passed, Timeline timeline) {
    if (failed || timeline.lanes().isEmpty()) {
      return;
    }
    RecordedRun before = kept;
    boolean better =
        before == null
            || (before.contrast() == null
                && timeline.lanes().size() > before.timeline().lanes().size());
    if (!passed || better) {
      kept = new RecordedRun(test, timeline, null);
    }
    failed = !passed;
  }

  /** Offers a contrast and its run. */
  static void measured(String test, Contrast contrast, Timeline timeline) {
    if (!failed) {
      kept = new RecordedRun(test, timeline, contrast);
    }
  }

  /** Returns the run, if there is one. */
  static Optional<RecordedRun> kept() {
    return Optional.ofNullable(kept);
  }
}
