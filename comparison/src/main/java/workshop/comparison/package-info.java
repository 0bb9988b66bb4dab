/**
 * When does asynchronous file I/O pay, on this machine? One {@link
 * workshop.comparison.question.Question} per claim measures every technique on the same work; what
 * they find is data ({@link workshop.comparison.result.Results}); pages are made from that data and
 * from nothing else.
 */
@NullMarked
package workshop.comparison;

import org.jspecify.annotations.NullMarked;
