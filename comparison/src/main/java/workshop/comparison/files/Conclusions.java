package workshop.comparison.files;

import static workshop.comparison.files.Field.ASYNCHRONOUS;
import static workshop.comparison.files.Field.BLOCKING;
import static workshop.comparison.files.Field.IO_URING;
import static workshop.comparison.files.Field.POOL;
import static workshop.comparison.files.Field.RUST;
import static workshop.comparison.files.Field.SYSTEM_CALLS;
import static workshop.comparison.files.Field.TOKIO;
import static workshop.comparison.files.Field.TOKIO_WHOLE;
import static workshop.comparison.files.Field.VIRTUAL;
import static workshop.comparison.files.WriteThenRead.CACHED;
import static workshop.comparison.files.WriteThenRead.DURABLE;
import static workshop.comparison.files.WriteThenRead.LARGE;
import static workshop.comparison.files.WriteThenRead.SLOWED;
import static workshop.comparison.files.WriteThenRead.SMALL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Ratio;
import workshop.comparison.result.Sample;
import workshop.comparison.result.Verdict;
import workshop.comparison.result.Verdict.Judgment;

/** What follows from the figures of {@link WriteThenRead}. Computes only. */
final class Conclusions {

  private static final String NOT_OF_THE_GUIDE = "";

  /** So many times as much, in nearly every round, is more, and no chance. */
  private static final double MORE = 1.1;

  /** What is short of this by chance is still as much. */
  private static final double AS_MUCH = 0.8;

  private static final double HALF_AS_MUCH = 0.5;

  /** How much more time than the limit is close to it. */
  private static final double CLOSE = 1.25;

  private final List<Figure> figures;
  private final int cores;

  Conclusions(List<Figure> figures) {
    this(figures, Runtime.getRuntime().availableProcessors());
  }

  /** Returns those for a machine with so many cores. */
  Conclusions(List<Figure> figures, int cores) {
    this.figures = figures;
    this.cores = cores;
  }

  /** Somebody's runs at one place. */
  private record Runs(String name, Sample sample) {

    double median() {
      return sample.median();
    }

    @Override
    public String toString() {
      return "%s %s/s (%s)".formatted(name, Numbers.value(median()), Numbers.runs(sample));
    }
  }

  private Optional<Runs> runs(String figure, String place, String name) {
    return Figure.find(figures, figure)
        .flatMap(f -> f.at(name, place))
        .map(sample -> new Runs(name, sample));
  }

  private Stream<Runs> all(String figure, String place, List<Contender> contenders) {
    return contenders.stream().flatMap(c -> runs(figure, place, c.name()).stream());
  }

  private Optional<Runs> best(String figure, String place, List<Contender> contenders) {
    return all(figure, place, contenders).max(Comparator.comparingDouble(Runs::median));
  }

  List<Verdict> verdicts() {
    return List.of(
        more(
            "Many files in flight, by the best technique for it, get more done when each must be durable.",
            DURABLE,
            2,
            ""),
        more(
            "Many files in flight, by the best technique for it, get more done on a remote, slow disk.",
            SLOWED,
            10,
            ""),
        more(
            "Many files in flight, by the best technique for it, get more done in the page cache.",
            CACHED,
            MORE,
            cores == 1
                ? ""
                : " Nothing waits there: what there is to gain is that %d cores work and not one."
                    .formatted(cores)),
        virtualThreads());
  }

  /** Whether the best technique does at least {@code wanted} times what blocking in turn does. */
  private Verdict more(String claim, String figure, double wanted, String remark) {
    String rule =
        "Holds if the best of the techniques that have many in flight does at least %s times what blocking in turn does, %s%s; how much the least of them does is told, and decides nothing. %s."
            .formatted(
                Numbers.chosen(wanted),
                SMALL,
                wanted > MORE ? "; in part from %s times on".formatted(Numbers.chosen(MORE)) : "",
                Ratio.RULE);
    Optional<Runs> best = best(figure, SMALL, ASYNCHRONOUS);
    Optional<Runs> blocking = runs(figure, SMALL, BLOCKING.name());
    return judged(
        claim, rule, best, blocking, MORE, wanted, least(figure, best, blocking) + remark);
  }

  /** What is true of the best may be wrong for another: a reader may have chosen that one. */
  private String least(String figure, Optional<Runs> best, Optional<Runs> blocking) {
    return slowest(figure, SMALL)
        .filter(least -> !best.equals(Optional.of(least)) && blocking.isPresent())
        .map(least ->
            " The least of them, %s: %s times."
                .formatted(least, Ratio.of(least.sample(), blocking.get().sample())))
        .orElse("");
  }

  private Optional<Runs> slowest(String figure, String place) {
    return all(figure, place, ASYNCHRONOUS).min(Comparator.comparingDouble(Runs::median));
  }

  /** Nothing is to be gained here: the question is whether anything is lost. */
  private Verdict virtualThreads() {
    String rule =
        "Holds if virtual threads do at least %s times what the bounded pool does, %s on the slowed disk; in part from %s times on. %s."
            .formatted(Numbers.chosen(AS_MUCH), SMALL, Numbers.chosen(HALF_AS_MUCH), Ratio.RULE);
    return judged(
        "Virtual threads are enough where opening, reading and writing are slow: no pool is needed.",
        rule,
        runs(SLOWED, SMALL, VIRTUAL.name()),
        runs(SLOWED, SMALL, POOL.name()),
        HALF_AS_MUCH,
        AS_MUCH,
        " Here with %s, and as many carriers: a virtual thread keeps its carrier while it waits for this disk, so with more cores more can wait."
            .formatted(cores == 1 ? "1 core" : cores + " cores"));
  }

  private static Verdict judged(
      String claim,
      String rule,
      Optional<Runs> ours,
      Optional<Runs> other,
      double least,
      double wanted,
      String remark) {
    if (ours.isEmpty() || other.isEmpty()) {
      return new Verdict(
          claim, NOT_OF_THE_GUIDE, Judgment.NOT_MEASURED, rule, "One side or both have no run.");
    }
    Ratio ratio = Ratio.of(ours.get().sample(), other.get().sample());
    return new Verdict(
        claim,
        NOT_OF_THE_GUIDE,
        Ratio.judge(List.of(ratio.atLeast(least), ratio.atLeast(wanted))),
        rule,
        "%s, %s: %s times.%s".formatted(ours.get(), other.get(), ratio, remark));
  }

  List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (String figure : List.of(CACHED, DURABLE)) {
      for (String size : List.of(SMALL, LARGE)) {
        String where = (figure.equals(CACHED) ? "page cache, " : "durable, ") + size;
        Optional<Runs> best = best(figure, size, ASYNCHRONOUS);
        Optional<Runs> slowest = slowest(figure, size);
        Optional<Runs> tokio = runs(figure, size, TOKIO);
        goals.add(
            goal("The slowest asynchronous technique against Tokio: " + where, 1, slowest, tokio));
        goals.add(goal("The best against Tokio: " + where, 2, best, tokio));
        goals.add(
            goal(
                "The best against Tokio's quickest way, whole files: " + where,
                1,
                best,
                runs(figure, size, TOKIO_WHOLE)));
        goals.add(
            goal(
                "The best against Rust's standard library with a thread per file: " + where,
                1,
                best,
                runs(figure, size, RUST.name())));
        goals.add(limit(where, best, best(figure, size, List.of(SYSTEM_CALLS, IO_URING))));
      }
    }
    return goals;
  }

  private static String because(Runs ours, Runs other) {
    return "%s, %s: %s times."
        .formatted(ours, other, Numbers.ratio(ours.median() / other.median()));
  }

  private static Goal goal(String text, double wanted, Optional<Runs> ours, Optional<Runs> other) {
    if (ours.isEmpty() || other.isEmpty()) {
      return new Goal(text, wanted, true, Double.NaN, "One side or both have no run.");
    }
    double ratio = ours.get().median() / other.get().median();
    String because = because(ours.get(), other.get());
    because += spreads(ours.get(), other.get(), wanted, ratio >= wanted);
    return new Goal(text, wanted, true, ratio, because);
  }

  private Goal limit(String where, Optional<Runs> best, Optional<Runs> limit) {
    String text =
        "Time per operation of the best against system calls or io_uring, the quicker: " + where;
    if (best.isEmpty() || limit.isEmpty()) {
      return new Goal(text, CLOSE, false, Double.NaN, "One side or both have no run.");
    }
    double ratio = limit.get().median() / best.get().median();
    String because = because(limit.get(), best.get());
    because += spreads(limit.get(), best.get(), CLOSE, ratio <= CLOSE);
    if (ratio > CLOSE) {
      because += shareOfTheChannel();
    }
    return new Goal(text, CLOSE, false, ratio, because);
  }

  /** What is missed shows its runs, and so does what another run may turn around. */
  private static String spreads(Runs a, Runs b, double wanted, boolean met) {
    return met && !Ratio.mayBeEither(a.sample(), b.sample(), wanted)
        ? ""
        : " The runs: %s.".formatted(Ratio.spreads(a.sample(), b.sample(), wanted));
  }

  /** How much of the distance to the limit is there before anything is handed over. */
  private String shareOfTheChannel() {
    Optional<Runs> channel = runs(WriteThenRead.SCALING_CACHED, "1", BLOCKING.name());
    Optional<Runs> calls = runs(WriteThenRead.SCALING_CACHED, "1", SYSTEM_CALLS.name());
    if (channel.isEmpty() || calls.isEmpty() || channel.get().sample().runs().size() < 3) {
      return ""; // one run, on a machine that does other things too, explains nothing
    }
    return String.format(
        " With one in flight, %s, from the page cache, one thread with bare system calls does %s"
            + " times as much as one with FileChannel: so much is the channel's own price, the rest"
            + " is that of handing over and of copies.",
        SMALL, Numbers.ratio(calls.get().median() / channel.get().median()));
  }
}
