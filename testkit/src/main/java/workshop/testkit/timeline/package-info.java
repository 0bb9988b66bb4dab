/**
 * Draws what one run did: a lane for each thread, and on it when the thread ran, was in a file
 * operation, waited, or was free.
 *
 * <p>{@link workshop.testkit.timeline.TimelineRecorder} records a run; {@link
 * workshop.testkit.timeline.Timeline} is the result. A timeline holds only what was recorded: where
 * a lane has no interval, nothing is known about that thread.
 */
@NullMarked
package workshop.testkit.timeline;

import org.jspecify.annotations.NullMarked;
