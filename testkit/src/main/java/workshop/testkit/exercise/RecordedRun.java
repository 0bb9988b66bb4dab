package workshop.testkit.exercise;

import org.jspecify.annotations.Nullable;
import workshop.testkit.timeline.Timeline;

/**
 * The timeline of one test.
 *
 * @param test the test's name as a sentence
 * @param contrast the comparison with blocking, if the test measured it
 */
public record RecordedRun(String test, Timeline timeline, @Nullable Contrast contrast) {}
