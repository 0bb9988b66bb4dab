/** One file with nothing else to do, timed by JMH. */
@NullMarked
package workshop.comparison.onefile;

import org.jspecify.annotations.NullMarked;
