/** A huge file and work that keeps the processor busy. */
@NullMarked
package workshop.comparison.hugefile;

import org.jspecify.annotations.NullMarked;
