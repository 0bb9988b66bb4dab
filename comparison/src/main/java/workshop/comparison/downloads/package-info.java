/** A hundred downloads from a server that takes its time. */
@NullMarked
package workshop.comparison.downloads;

import org.jspecify.annotations.NullMarked;
