package workshop.comparison.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import workshop.comparison.question.Notebook;
import workshop.comparison.question.Question;
import workshop.comparison.result.Absent;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Point;
import workshop.comparison.result.Sample;

/** The notebook of one question. Can be read at any time, also while it is written. */
public final class Notes implements Notebook {

  private final Consumer<String> doing;
  private final Map<String, Draft> figures = new LinkedHashMap<>(); // guarded by this
  private final Set<String> notes = new LinkedHashSet<>(); // guarded by this
  private final Map<String, Absent> absent = new LinkedHashMap<>(); // guarded by this

  /**
   * Returns an empty notebook.
   *
   * @param doing is told what is being measured, on the thread that measures
   */
  public Notes(Consumer<String> doing) {
    this.doing = doing;
  }

  @Override
  public synchronized Page figure(String id, String title, Metric metric, Axis axis) {
    return figures.computeIfAbsent(id, _ -> new Draft(id, title, metric, axis));
  }

  @Override
  public synchronized void note(String sentence) {
    notes.add(sentence);
  }

  @Override
  public synchronized void absent(Absent peer) {
    absent.putIfAbsent(peer.peer(), peer);
  }

  @Override
  public void doing(String what) {
    doing.accept(what);
  }

  /** Returns the figures as they are now; one without any value is left out. */
  public synchronized List<Figure> figures() {
    return figures.values().stream()
        .map(Draft::snapshot)
        .filter(figure -> !figure.lines().isEmpty())
        .toList();
  }

  /** Returns who could not take part, as known now. */
  public synchronized List<Absent> absent() {
    return List.copyOf(absent.values());
  }

  /** Returns what is known now as the answer to {@code question}. */
  public Answer answer(Question question, Duration took, boolean complete) {
    List<Figure> measured = figures();
    List<String> sentences;
    synchronized (this) {
      sentences = new ArrayList<>(notes);
    }
    return new Answer(
        question.id(),
        question.asks(),
        measured,
        question.verdicts(measured),
        question.goals(measured),
        sentences,
        took,
        complete);
  }

  /** A figure in the making. All of it is guarded by the notebook. */
  private final class Draft implements Page {

    private final String id;
    private final String title;
    private final Metric metric;
    private final Axis axis;
    private final Map<Contender, Map<String, List<Double>>> lines = new LinkedHashMap<>();

    private Draft(String id, String title, Metric metric, Axis axis) {
      this.id = id;
      this.title = title;
      this.metric = metric;
      this.axis = axis;
    }

    @Override
    public void add(Contender contender, String at, double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "%s of %s at %s is no number: %s".formatted(id, contender.name(), at, value));
      }
      synchronized (Notes.this) {
        lines
            .computeIfAbsent(contender, _ -> new LinkedHashMap<>())
            .computeIfAbsent(at, _ -> new ArrayList<>())
            .add(value);
      }
    }

    private Figure snapshot() {
      List<Line> made = new ArrayList<>();
      lines.forEach((contender, points) -> made.add(new Line(contender, points(points))));
      return new Figure(id, title, metric, axis, made);
    }

    private static List<Point> points(Map<String, List<Double>> values) {
      return values.entrySet().stream()
          .map(place -> new Point(place.getKey(), new Sample(place.getValue())))
          .toList();
    }
  }
}
