/**
 * Answers to {@link workshop.downloads.OneByOne}.
 *
 * <p>No IMPATIENCE mistakes: only the client waits, and its timeout is one of the promises.
 */
package workshop.downloads.answers.onebyone;
