/**
 * Shows a timeline: in a terminal, as a page for a browser, and as a trace for a trace viewer. All
 * of them are pure functions of the recorded data; {@link workshop.runner.timeline.TimelineFiles}
 * keeps the data and writes the pictures.
 */
@NullMarked
package workshop.runner.timeline;

import org.jspecify.annotations.NullMarked;
