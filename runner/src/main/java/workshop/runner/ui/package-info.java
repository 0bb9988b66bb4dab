/**
 * What the user sees: views return {@link workshop.runner.ui.Line lines} for a given width, and
 * screens print them.
 */
@NullMarked
package workshop.runner.ui;

import org.jspecify.annotations.NullMarked;
