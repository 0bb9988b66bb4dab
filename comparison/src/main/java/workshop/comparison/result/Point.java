package workshop.comparison.result;

/**
 * A place on a figure's axis and what was measured there.
 *
 * @param at a name, or a number in digits if the axis is one of numbers
 */
public record Point(String at, Sample sample) {}
