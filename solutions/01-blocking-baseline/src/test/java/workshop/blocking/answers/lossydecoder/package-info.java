/**
 * Answers to {@link workshop.blocking.LossyDecoder} that the build judges.
 *
 * <p>No CALLER mistakes: one thread calls the method, and that thread does all the work.
 *
 * <p>No IMPATIENCE mistakes: a decoder waits only for the next read.
 *
 * <p>No HELD_TOO_EARLY mistakes: the channel is in memory, so a later read behaves like the first
 * one.
 */
package workshop.blocking.answers.lossydecoder;
