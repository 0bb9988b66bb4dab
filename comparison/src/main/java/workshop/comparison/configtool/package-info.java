/** A command-line tool that reads one config file. */
@NullMarked
package workshop.comparison.configtool;

import org.jspecify.annotations.NullMarked;
