/**
 * Answers to {@link workshop.offload.OffloadedRead} that the build judges.
 *
 * <p>No IMPATIENCE mistakes: the method must not wait at all, and waiting for a while is a CALLER
 * mistake.
 */
package workshop.offload.answers.offloadedread;
