/** A web server of static files, and who else waits when the disk is slow. */
@NullMarked
package workshop.comparison.fileserver;

import org.jspecify.annotations.NullMarked;
