/** A web server for static files, and how long other clients wait while the disk is slow. */
@NullMarked
package workshop.comparison.fileserver;

import org.jspecify.annotations.NullMarked;
