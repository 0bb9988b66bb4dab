/**
 * The {@code ./workshop} command.
 *
 * <p>A save travels through {@link workshop.runner.watch}, {@link workshop.runner.judge}, {@link
 * workshop.runner.worker} (in a JVM of its own) and back to {@link workshop.runner.ui}. The
 * commands are in {@link workshop.runner.cli}, the exercises in {@link workshop.runner.course}.
 */
@NullMarked
package workshop.runner;

import org.jspecify.annotations.NullMarked;
