/** One file while nothing else runs, timed by JMH. */
@NullMarked
package workshop.comparison.onefile;

import org.jspecify.annotations.NullMarked;
