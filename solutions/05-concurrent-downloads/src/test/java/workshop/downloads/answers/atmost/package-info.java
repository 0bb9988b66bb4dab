/**
 * Answers to {@link workshop.downloads.AtMost}.
 *
 * <p>No HELD_TOO_EARLY mistakes: the exercise starts downloads and does no file operations itself.
 */
package workshop.downloads.answers.atmost;
