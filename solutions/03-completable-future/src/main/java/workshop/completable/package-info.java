/** Module 03, solved: the assistant calls back. */
@NullMarked
package workshop.completable;

import org.jspecify.annotations.NullMarked;
