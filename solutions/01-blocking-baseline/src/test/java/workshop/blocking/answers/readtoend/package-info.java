/**
 * Answers to {@link workshop.blocking.ReadToEnd} that the build judges.
 *
 * <p>No CALLER mistakes: the one caller does all the reading.
 *
 * <p>No IMPATIENCE mistakes: the method is blocking and waits for no other thread.
 *
 * <p>No WORDS mistakes: the page asks for an IOException, whatever its message.
 */
package workshop.blocking.answers.readtoend;
