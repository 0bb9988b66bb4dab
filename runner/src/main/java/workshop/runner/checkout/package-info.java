/**
 * The workshop's folder on disk: the course that it holds, the learner's files, and what is kept
 * under {@code .workshop}.
 */
@NullMarked
package workshop.runner.checkout;

import org.jspecify.annotations.NullMarked;
