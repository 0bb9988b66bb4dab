/**
 * Answers to {@link workshop.offload.BoundedPool} that the build judges.
 *
 * <p>No IMPATIENCE mistakes: the pool itself does not wait.
 *
 * <p>No HELD_TOO_EARLY mistakes: the pool runs tasks and does not know which operations they do.
 */
package workshop.offload.answers.boundedpool;
