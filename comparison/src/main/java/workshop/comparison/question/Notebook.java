package workshop.comparison.question;

import workshop.comparison.result.Absent;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Metric;

/**
 * Takes down what a question measures, value by value. Safe for use by several threads; what has
 * been noted is never lost.
 */
public interface Notebook {

  /**
   * Opens a figure, or returns the one of this id that is open already.
   *
   * @see workshop.comparison.result.Figure
   */
  Page figure(String id, String title, Metric metric, Axis axis);

  /** A sentence that a reader of the numbers needs; the same sentence twice is noted once. */
  void note(String sentence);

  /** A peer that could not take part; the same peer twice is noted once. */
  void absent(Absent absent);

  /** Says what is being measured now, for the progress line: "64 in flight, durable: Vert.x". */
  void doing(String what);

  /** A figure that is still being filled. */
  interface Page {

    /**
     * Adds the value of one more run. Lines appear in the order of their first value.
     *
     * @param at the place on the axis
     */
    void add(Contender contender, String at, double value);
  }
}
