/**
 * Answers to {@link workshop.blocking.WriteFully} that the build judges.
 *
 * <p>No CALLER mistakes: the one caller does all the writing.
 *
 * <p>No IMPATIENCE mistakes: the method is blocking and waits for no other thread.
 *
 * <p>No WORDS mistakes: the page asks for an IOException, whatever its message.
 */
package workshop.blocking.answers.writefully;
