/**
 * Answers to {@link workshop.offload.OffloadedRead} that the build judges.
 *
 * <p>No IMPATIENCE mistakes: the method must not wait at all, so an answer that waits for a while
 * blocks its caller.
 *
 * <p>No HELD_TOO_EARLY mistakes: the read is one task, and its later operations run where the first
 * one runs.
 */
package workshop.offload.answers.offloadedread;
