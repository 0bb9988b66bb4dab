/**
 * Answers to {@link workshop.downloads.OneByOne}.
 *
 * <p>No IMPATIENCE mistakes: only the client waits, and a wrong timeout of the client counts as a
 * broken promise.
 */
package workshop.downloads.answers.onebyone;
