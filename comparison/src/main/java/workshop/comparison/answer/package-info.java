/**
 * What follows from the figures, computed and never stored: for every topic {@link
 * workshop.comparison.answer.Question} to two questions, and for every {@link
 * workshop.comparison.answer.Situation} what to use.
 */
@NullMarked
package workshop.comparison.answer;

import org.jspecify.annotations.NullMarked;
