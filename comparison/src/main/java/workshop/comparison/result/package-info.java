/**
 * The results as plain data: {@link workshop.comparison.result.Results} hold {@link
 * workshop.comparison.result.Figure figures}, each of one {@link
 * workshop.comparison.result.Measure} for several {@link workshop.comparison.result.Contender
 * contenders}.
 */
@NullMarked
package workshop.comparison.result;

import org.jspecify.annotations.NullMarked;
