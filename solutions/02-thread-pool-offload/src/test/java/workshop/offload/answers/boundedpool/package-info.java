/**
 * Answers to {@link workshop.offload.BoundedPool} that the build judges.
 *
 * <p>No IMPATIENCE mistakes: the pool itself waits for nothing.
 *
 * <p>No HELD_TOO_EARLY mistakes: the pool runs any task and does not know its operations.
 */
package workshop.offload.answers.boundedpool;
