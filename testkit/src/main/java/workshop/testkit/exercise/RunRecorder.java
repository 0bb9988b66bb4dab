package workshop.testkit.exercise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.testkit.timeline.Timeline;

/**
 * Keeps the run of a suite that is worth a picture: that of the first test that failed; if none
 * did, the measured contrast with blocking; otherwise the test in which most threads took part.
 *
 * <p>Tests and judge run on the same thread, one test at a time.
 */
final class RunRecorder {

  private static @Nullable RecordedRun kept;
  private static boolean failed;

  private RunRecorder() {}

  /** Forgets what was kept, before a suite. */
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

  /** Offers a measured contrast and the run that it was measured in. */
  static void measured(String test, Contrast contrast, Timeline timeline) {
    if (!failed) {
      kept = new RecordedRun(test, timeline, contrast);
    }
  }

  /** Returns what was kept since the last reset. */
  static Optional<RecordedRun> kept() {
    return Optional.ofNullable(kept);
  }
}
