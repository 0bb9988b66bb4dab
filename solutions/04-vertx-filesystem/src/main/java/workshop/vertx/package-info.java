/** Module 04, solved: write a file, then read it, on the event loop of Vert.x. */
@NullMarked
package workshop.vertx;

import org.jspecify.annotations.NullMarked;
