package workshop.comparison.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Remark;
import workshop.comparison.result.Results.Measurement;
import workshop.comparison.result.Sample;
import workshop.comparison.result.Topic;

/**
 * Records the measurements of a topic, value by value. Can be read at any time. Safe for use by
 * many threads.
 */
public final class Recorder {

  private record Key(Measure measure, Map<String, String> settings) {}

  private final Consumer<String> progress;
  private final Map<Key, Map<Contender, Map<String, List<Double>>>> values = new LinkedHashMap<>();
  private final Set<Remark> remarks = new LinkedHashSet<>();

  /**
   * Returns an empty recorder.
   *
   * @param progress receives what is being measured, on the measuring thread
   */
  public Recorder(Consumer<String> progress) {
    this.progress = progress;
  }

  /** Adds the value of one more run of a measure without settings. */
  public void add(Measure measure, Contender contender, String at, double value) {
    add(measure, Map.of(), contender, at, value);
  }

  /** Adds the value of one more run. Contenders and places keep the order of their first value. */
  public synchronized void add(
      Measure measure, Map<String, String> settings, Contender contender, String at, double value) {
    if (!Double.isFinite(value) || value <= 0) {
      throw new IllegalArgumentException(
          "%s of %s at %s is not a measured value: %s".formatted(measure, contender, at, value));
    }
    values
        .computeIfAbsent(new Key(measure, Map.copyOf(settings)), _ -> new LinkedHashMap<>())
        .computeIfAbsent(contender, _ -> new LinkedHashMap<>())
        .computeIfAbsent(at, _ -> new ArrayList<>())
        .add(value);
  }

  /** Records a remark for readers. A remark that was already recorded is ignored. */
  public synchronized void remark(Remark.Kind kind, String who, Object value) {
    remarks.add(new Remark(kind, who, value.toString()));
  }

  public void doing(String what) {
    progress.accept(what);
  }

  public synchronized Measurement measured(Topic topic, Duration took, boolean complete) {
    List<Figure> figures = new ArrayList<>();
    values.forEach((key, contenders) ->
        figures.add(
            new Figure(
                key.measure(),
                key.settings(),
                contenders.entrySet().stream()
                    .map(each -> new Figure.Line(each.getKey(), points(each.getValue())))
                    .toList())));
    return new Measurement(topic, took, complete, figures, List.copyOf(remarks));
  }

  private static List<Figure.Point> points(Map<String, List<Double>> places) {
    return places.entrySet().stream()
        .map(place -> new Figure.Point(place.getKey(), new Sample(place.getValue())))
        .toList();
  }
}
