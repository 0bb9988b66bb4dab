/** Module 01, solved: write a file, then read it, while the caller waits. */
@NullMarked
package workshop.blocking;

import org.jspecify.annotations.NullMarked;
