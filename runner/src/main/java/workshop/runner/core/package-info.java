/**
 * What the workshop command knows and decides, without a terminal, a process, a clock or a file.
 *
 * <ul>
 *   <li>{@link workshop.runner.core.Catalog} holds the {@link workshop.runner.core.Exercise
 *       exercises}, each read from its {@link workshop.runner.core.Page}
 *   <li>{@link workshop.runner.core.Outcome} is what judging a file led to, in all its kinds
 *   <li>{@link workshop.runner.core.Progress} remembers the last outcomes; {@link
 *       workshop.runner.core.Standing} is an exercise seen together with its file of now
 * </ul>
 */
@NullMarked
package workshop.runner.core;

import org.jspecify.annotations.NullMarked;
