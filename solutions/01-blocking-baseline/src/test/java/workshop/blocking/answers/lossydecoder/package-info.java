/**
 * Answers to {@link workshop.blocking.LossyDecoder} that the build judges.
 *
 * <p>No CALLER mistakes: all the work is done by the one caller.
 *
 * <p>No IMPATIENCE mistakes: a decoder waits for nothing but the next read.
 *
 * <p>No HELD_TOO_EARLY mistakes: the channel is in memory, and its later reads are chunks like the
 * first.
 */
package workshop.blocking.answers.lossydecoder;
