/** A hundred downloads from a server that waits before each reply. */
@NullMarked
package workshop.comparison.downloads;

import org.jspecify.annotations.NullMarked;
