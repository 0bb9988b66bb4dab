/**
 * Answers to {@link workshop.blocking.WriteFully} that the build judges.
 *
 * <p>No CALLER mistakes: one thread calls the method, and that thread does all the writing.
 *
 * <p>No IMPATIENCE mistakes: the method is blocking and does not wait for another thread.
 *
 * <p>No WORDS mistakes: the page asks for an IOException but does not say what its message must
 * contain.
 */
package workshop.blocking.answers.writefully;
