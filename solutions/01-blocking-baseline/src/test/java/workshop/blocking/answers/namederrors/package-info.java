/**
 * Answers to {@link workshop.blocking.NamedErrors} that the build judges.
 *
 * <p>No CALLER mistakes: both methods do all their work on the thread of the one caller.
 *
 * <p>No IMPATIENCE mistakes: both methods are blocking, and neither waits for another thread.
 */
package workshop.blocking.answers.namederrors;
