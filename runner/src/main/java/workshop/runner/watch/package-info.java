/**
 * Watch mode without its senses: {@link workshop.runner.watch.Event events} go in, the {@link
 * workshop.runner.watch.Session session} changes, {@link workshop.runner.watch.Effect effects} come
 * out for others to carry out, and {@link workshop.runner.watch.WatchView} shows it as lines. Knows
 * no terminal, no process, no clock and no file.
 */
@NullMarked
package workshop.runner.watch;

import org.jspecify.annotations.NullMarked;
