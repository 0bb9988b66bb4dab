/** Module 03, solved: chained steps, with {@code CompletableFuture}. */
@NullMarked
package workshop.completable;

import org.jspecify.annotations.NullMarked;
