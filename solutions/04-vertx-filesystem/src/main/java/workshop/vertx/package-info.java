/** Module 04, solved: write a file, then read it, in a kitchen run by an event loop. */
@NullMarked
package workshop.vertx;

import org.jspecify.annotations.NullMarked;
