/**
 * Shows a timeline: in a terminal, as a page for a browser, and as a trace for a trace viewer. Pure
 * functions of the recorded data; nothing here reads or writes files.
 */
@NullMarked
package workshop.runner.timeline;

import org.jspecify.annotations.NullMarked;
