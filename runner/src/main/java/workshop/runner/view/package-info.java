/**
 * What is shown, as lines of styled text: no terminal, no colors yet, no cursor.
 *
 * <p>A {@link workshop.runner.view.Line} is made of {@link workshop.runner.view.Span spans}; views
 * such as {@link workshop.runner.view.OutcomeView} return lists of lines for a given width.
 */
@NullMarked
package workshop.runner.view;

import org.jspecify.annotations.NullMarked;
