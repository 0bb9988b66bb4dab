/**
 * Records and builds the timeline of a run: a lane for each thread shows when it ran, waited, was
 * in a file operation, or was free. {@link workshop.testkit.timeline.TimelineRecorder} records a
 * run, and {@link workshop.testkit.timeline.Timeline} is the result.
 */
@NullMarked
package workshop.testkit.timeline;

import org.jspecify.annotations.NullMarked;
