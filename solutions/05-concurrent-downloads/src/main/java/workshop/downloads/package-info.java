/** Module 05, solved: download a hundred files at once, each one as a whole. */
@NullMarked
package workshop.downloads;

import org.jspecify.annotations.NullMarked;
