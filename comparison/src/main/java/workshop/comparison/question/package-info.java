/**
 * One class for each question that the comparison answers. A question knows how to measure and by
 * which rule its verdict follows from the figures; it does not know how either is shown.
 */
@NullMarked
package workshop.comparison.question;

import org.jspecify.annotations.NullMarked;
