package workshop.testkit.exercise;

import org.jspecify.annotations.Nullable;
import workshop.testkit.timeline.Timeline;

/**
 * What was recorded of one test, for a picture of it.
 *
 * @param test the test's name as a sentence
 * @param contrast how the program compares with blocking, if the test measured that
 */
public record RecordedRun(String test, Timeline timeline, @Nullable Contrast contrast) {}
