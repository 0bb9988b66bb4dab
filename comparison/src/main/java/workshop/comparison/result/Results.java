package workshop.comparison.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one run measured: figures and facts, no sentences. Every page is made from this.
 *
 * @param command the command line that repeats this run
 * @param effort how thorough it was
 * @param complete false if the run was interrupted or a measurement failed
 */
public record Results(
    String command,
    Effort effort,
    Instant started,
    Duration took,
    boolean complete,
    Machine machine,
    List<Measurement> measurements) {

  /**
   * What was measured for one topic.
   *
   * @param complete false if it was interrupted or failed
   */
  public record Measurement(
      Topic topic, Duration took, boolean complete, List<Figure> figures, List<Remark> remarks) {}

  public Optional<Figure> figure(Measure measure) {
    return measurements.stream()
        .flatMap(each -> each.figures().stream())
        .filter(figure -> figure.measure() == measure)
        .findFirst();
  }

  public Optional<Sample> at(Measure measure, Contender contender, String place) {
    return figure(measure).flatMap(figure -> figure.at(contender, place));
  }

  public List<Remark> remarks(Remark.Kind kind) {
    return measurements.stream()
        .flatMap(each -> each.remarks().stream())
        .filter(remark -> remark.kind() == kind)
        .toList();
  }
}
