/**
 * What was measured, as plain immutable data: written as JSON, read back to be compared with a
 * later run, and the only source of the report. From the outside in: {@link
 * workshop.comparison.result.Results} of a run, {@link workshop.comparison.result.Answer} to a
 * question, its {@link workshop.comparison.result.Figure figures}, the {@link
 * workshop.comparison.result.Line lines} of a figure, one for each technique, and the {@link
 * workshop.comparison.result.Point points} of a line, each with the value of every run.
 */
@NullMarked
package workshop.comparison.result;

import org.jspecify.annotations.NullMarked;
