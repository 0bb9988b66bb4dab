/**
 * Watch mode. {@link workshop.runner.watch.ChangeDetector} turns file events into saves, {@link
 * workshop.runner.watch.WatchLoop} passes them to the {@link workshop.runner.watch.Session}, a
 * state machine without I/O, and carries out the {@link workshop.runner.watch.Effect effects} it
 * returns.
 */
@NullMarked
package workshop.runner.watch;

import org.jspecify.annotations.NullMarked;
