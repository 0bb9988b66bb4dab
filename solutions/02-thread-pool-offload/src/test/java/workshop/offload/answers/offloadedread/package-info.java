/**
 * Answers to {@link workshop.offload.OffloadedRead} that the build judges.
 *
 * <p>No IMPATIENCE mistakes: the method must not wait at all, so an answer that waits for a limited
 * time blocks its caller.
 *
 * <p>No HELD_TOO_EARLY mistakes: the read is one task, so its later operations run on the same
 * thread as the first one.
 */
package workshop.offload.answers.offloadedread;
