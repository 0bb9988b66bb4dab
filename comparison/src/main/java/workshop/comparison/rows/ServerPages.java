package workshop.comparison.rows;

import static workshop.comparison.rows.StaticFiles.HEALTH;
import static workshop.comparison.rows.StaticFiles.LATENCY;
import static workshop.comparison.rows.StaticFiles.THROUGHPUT;

import java.util.Locale;
import workshop.comparison.question.Notebook;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Metric;
import workshop.comparison.rows.StaticFilesMeasurement.Measured;

/** The three figures of {@link StaticFiles} with one kind of disk. */
final class ServerPages {

  private final Notebook notebook;
  private final String disk;
  private final Tail tail;
  private final Notebook.Page throughput;
  private final Notebook.Page latency;
  private final Notebook.Page health;

  /**
   * Opens them.
   *
   * @param prefix of their identifiers
   * @param least how many times /health is asked in each run, where that is least
   * @param most the same, where it is most
   */
  ServerPages(Notebook notebook, String prefix, String disk, int least, int most) {
    this.notebook = notebook;
    this.disk = disk;
    tail = Tail.of(least);
    Axis axis =
        new Axis(
            prefix.isEmpty() ? Axis.Kind.LOGARITHMIC : Axis.Kind.NAMES, "keep-alive connections");
    throughput =
        notebook.figure(
            prefix + THROUGHPUT,
            "Throughput, " + disk,
            new Metric("throughput", "files/s", true),
            axis);
    latency =
        notebook.figure(
            prefix + LATENCY,
            "99 of 100 files are there after, " + disk,
            new Metric("p99 latency", "ms", false),
            axis);
    health =
        notebook.figure(
            tail.id(prefix + HEALTH),
            "%s of an unrelated /health are there after, %s".formatted(tail.answers(), disk),
            new Metric(tail + " latency", "ms", false),
            axis);
    notebook.note(
        """
        %s: /health is asked %s times in each run, so its %s is what can be told of the slowest \
        answers; a p99 needs %d samples.\
        """
            .formatted(
                disk.substring(0, 1).toUpperCase(Locale.ROOT) + disk.substring(1),
                least == most ? least : least + " to " + most,
                tail,
                Tail.P99.samples()));
  }

  /** Adds a run. */
  void add(Contender contender, Measured run) {
    String at = "" + run.connections();
    if (run.files().perSecond() > 0) {
      throughput.add(contender, at, run.files().perSecond());
      latency.add(contender, at, run.files().p99Millis());
    } else {
      notebook.note(
          "%s: no file arrived within a run with %s connections, %s; that run is left out."
              .formatted(contender.name(), at, disk));
    }
    if (run.files().timedOut() > 0) {
      notebook.note(
          "%s, %s connections, %s: in one run the load had no answer to %d of its requests in time; no p99 of files contains them."
              .formatted(contender.name(), at, disk, run.files().timedOut()));
    }
    health.add(contender, at, tail.of(run.health()) / 1e3);
  }
}
