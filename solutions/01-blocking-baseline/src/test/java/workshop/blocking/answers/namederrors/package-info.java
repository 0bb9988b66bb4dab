/**
 * Answers to {@link workshop.blocking.NamedErrors} that the build judges.
 *
 * <p>No CALLER mistakes: one thread calls the methods, and that thread does all the work.
 *
 * <p>No IMPATIENCE mistakes: neither method waits for another thread.
 */
package workshop.blocking.answers.namederrors;
