package workshop.comparison.result;

import java.util.List;

/** What one contender reached in a figure. A point that could not be measured is left out. */
public record Line(Contender contender, List<Point> points) {

  public Line {
    points = List.copyOf(points);
  }
}
