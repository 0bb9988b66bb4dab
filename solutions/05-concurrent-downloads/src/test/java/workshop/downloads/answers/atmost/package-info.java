/**
 * Answers to {@link workshop.downloads.AtMost}.
 *
 * <p>No HELD_TOO_EARLY mistakes: the exercise begins downloads and touches no file.
 */
package workshop.downloads.answers.atmost;
