/** Terminals: colors, links, keys, and a screen that does not flicker. */
@NullMarked
package workshop.runner.terminal;

import org.jspecify.annotations.NullMarked;
