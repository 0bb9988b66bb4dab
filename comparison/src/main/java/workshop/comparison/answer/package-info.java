/**
 * The conclusions from the figures, always computed and never stored: the answers to two
 * {@linkplain workshop.comparison.answer.Question questions} about every topic, and what to use in
 * every {@link workshop.comparison.answer.Situation}.
 */
@NullMarked
package workshop.comparison.answer;

import org.jspecify.annotations.NullMarked;
