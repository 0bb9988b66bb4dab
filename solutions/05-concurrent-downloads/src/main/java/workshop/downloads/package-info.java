/** Module 05, solved: a hundred files from the network, at once and every one whole. */
@NullMarked
package workshop.downloads;

import org.jspecify.annotations.NullMarked;
