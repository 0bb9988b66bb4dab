package workshop.comparison.rows;

import static workshop.comparison.result.Contender.Kind.LIMIT;
import static workshop.comparison.result.Contender.Kind.PEER;
import static workshop.comparison.result.Contender.Kind.TECHNIQUE;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Notebook;
import workshop.comparison.question.Question;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Ratio;
import workshop.comparison.result.Sample;
import workshop.comparison.result.Verdict;
import workshop.comparison.result.Verdict.Judgment;
import workshop.comparison.run.Programs;
import workshop.comparison.run.WorkFolder;

/** The guide's fourth row: 100 files from the network. */
public final class HundredDownloads implements Question {

  private static final Duration LATENCY = Duration.ofMillis(50);
  private static final int BYTES = 64 * 1024;
  private static final Duration START = Duration.ofSeconds(20);

  private static final String FIGURE = "time";
  private static final String PLACE = "all files";
  private static final double MOST_OF_CURL = 1.2;
  private static final double LEAST_OVER_SEQUENTIAL = 10;
  private static final double LEAST_OVER_POOL = 1.25;

  private static final Contender SEQUENTIAL =
      technique("sequential", "Asks for a file when the one before it is there.");
  private static final Contender POOL =
      technique(
          "pool of %d threads".formatted(Downloads.POOL),
          "Its platform threads block, each for one file at a time.");
  private static final Contender LARGE_POOL =
      technique(
          "pool of %d threads".formatted(Downloads.LARGE_POOL),
          "A platform thread for each file, which blocks for it.");
  private static final Contender VIRTUAL =
      technique("virtual threads", "One virtual thread for each file, which blocks for it.");
  private static final Contender ASYNC =
      technique(
          "HttpClient, asynchronous", "sendAsync for all files at once, as in exercise 05-2.");
  private static final Contender DOWNLOADER =
      technique(
          "HttpClient, a whole downloader",
          "sendAsync with retries, deadlines and atomic moves, as in exercise 05-7.");
  static final Contender VERTX =
      technique("Vert.x", "An event loop pipes every reply into its file, as in exercise 05-6.");
  private static final Contender CURL =
      new Contender("curl --parallel", PEER, "One process, one thread, all transfers at once.");
  private static final Contender FLOOR =
      new Contender(
          "the floor", LIMIT, "One latency, and the time of the same bytes as a single reply.");
  static final List<Contender> WAYS_OF_JDK = List.of(VIRTUAL, ASYNC, DOWNLOADER);
  private static final List<Contender> ASYNCHRONOUS = List.of(ASYNC, DOWNLOADER, VERTX);

  private static Contender technique(String name, String how) {
    return new Contender(name, TECHNIQUE, how);
  }

  @Override
  public String id() {
    return "hundred-downloads";
  }

  @Override
  public String asks() {
    return "How long do 100 downloads take, if every reply comes after %d ms?"
        .formatted(LATENCY.toMillis());
  }

  /** A way to download everything into a folder. */
  @FunctionalInterface
  private interface Way {
    void download(Path folder) throws Exception;
  }

  @Override
  public void measure(Effort effort, Notebook notebook) throws Exception {
    int files = effort == Effort.TRY ? 10 : 100;
    Optional<Path> curl =
        Programs.find("curl", "Install curl 7.66 or later, from your system's packages.", notebook);
    Vertx vertx = Vertx.vertx();
    try (WorkFolder work = WorkFolder.make(id());
        ChildJvm origin =
            ChildJvm.start(List.of(), OriginProcess.class, files, BYTES, LATENCY.toMillis())) {
      int port = Integer.parseInt(origin.line(START));
      Downloads downloads = new Downloads(port, files, BYTES);
      Map<Contender, Way> ways = ways(downloads, vertx, curl);
      Rounds rounds = new Rounds(notebook, downloads, work.path());
      warmUp(effort, rounds, ways);
      for (int round = 0; round < rounds(effort); round++) {
        if (round < sequentialRounds(effort)) {
          rounds.run(SEQUENTIAL, downloads::sequentially);
        }
        for (Map.Entry<Contender, Way> way : ways.entrySet()) {
          rounds.run(way.getKey(), way.getValue());
        }
        rounds.floor();
        if (curl.isPresent()) {
          rounds.startOfCurl(curl.get());
        }
      }
      rounds.note(files, warmUps(effort) * WAYS_OF_JDK.size());
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static int rounds(Effort effort) {
    return switch (effort) {
      case TRY -> 1;
      case NORMAL -> 3;
      case FULL -> 15;
    };
  }

  /** It is mostly waiting, takes five seconds, and hardly varies. */
  private static int sequentialRounds(Effort effort) {
    return effort == Effort.FULL ? 3 : 1;
  }

  private static Map<Contender, Way> ways(Downloads downloads, Vertx vertx, Optional<Path> curl) {
    Map<Contender, Way> ways = new LinkedHashMap<>();
    ways.put(POOL, folder -> downloads.onPool(Downloads.POOL, folder));
    ways.put(LARGE_POOL, folder -> downloads.onPool(Downloads.LARGE_POOL, folder));
    ways.put(VIRTUAL, downloads::onVirtualThreads);
    ways.put(ASYNC, downloads::allAtOnce);
    ways.put(DOWNLOADER, downloads::withDownloader);
    ways.put(VERTX, folder -> downloads.withVertx(vertx, folder));
    curl.ifPresent(program -> ways.put(CURL, folder -> downloads.withCurl(program, folder)));
    return ways;
  }

  private static void warmUp(Effort effort, Rounds rounds, Map<Contender, Way> ways)
      throws Exception {
    for (int i = 0; i < warmUps(effort); i++) {
      for (Map.Entry<Contender, Way> way : ways.entrySet()) {
        for (int k = 0; k < share(way.getKey()); k++) {
          rounds.warmUp(way.getKey(), way.getValue());
        }
      }
    }
  }

  private static int warmUps(Effort effort) {
    return switch (effort) {
      case TRY -> 0;
      case NORMAL -> 3;
      case FULL -> 20;
    };
  }

  /**
   * Three ways warm up the JDK's client for each other. Vert.x's has one way alone: it is run as
   * often as those together, so that neither library is measured before it is compiled.
   */
  static int share(Contender contender) {
    if (contender.equals(VERTX)) {
      return WAYS_OF_JDK.size();
    }
    return WAYS_OF_JDK.contains(contender) ? 1 : 0;
  }

  /** One run after the other, each into a folder of its own. */
  private static final class Rounds {

    private final Notebook notebook;
    private final Notebook.Page times;
    private final Downloads downloads;
    private final Path work;
    private final List<Double> startsOfCurl = new ArrayList<>();
    private final List<Double> timesOfCurl = new ArrayList<>();

    Rounds(Notebook notebook, Downloads downloads, Path work) {
      this.notebook = notebook;
      this.downloads = downloads;
      this.work = work;
      times =
          notebook.figure(
              FIGURE,
              "Time until all files are there",
              new Metric("time", "ms", false),
              new Axis(Axis.Kind.NAMES, "downloads"));
    }

    void warmUp(Contender contender, Way way) throws Exception {
      notebook.doing("warm-up: " + contender.name());
      time(way);
    }

    void run(Contender contender, Way way) throws Exception {
      notebook.doing(contender.name());
      double millis = time(way);
      times.add(contender, PLACE, millis);
      if (contender.equals(CURL)) {
        timesOfCurl.add(millis);
      }
    }

    private double time(Way way) throws Exception {
      Path folder = Files.createTempDirectory(work, "files-");
      long begin = System.nanoTime();
      way.download(folder);
      double millis = (System.nanoTime() - begin) / 1e6;
      downloads.check(folder);
      return millis;
    }

    void floor() throws Exception {
      notebook.doing(FLOOR.name());
      long begin = System.nanoTime();
      downloads.receiveAllInOne();
      times.add(FLOOR, PLACE, LATENCY.toMillis() + (System.nanoTime() - begin) / 1e6);
    }

    void startOfCurl(Path curl) throws Exception {
      long begin = System.nanoTime();
      Programs.run(START, List.of(curl.toString(), "-q", "--version"));
      startsOfCurl.add((System.nanoTime() - begin) / 1e6);
    }

    void note(int files, int runsBefore) {
      notebook.note(
          """
          %d files of %d KiB, HTTP/1.1 over loopback, from an origin in a JVM of its own that \
          waits %d ms before each reply; it shares the processors with the one that is measured.\
          """
              .formatted(files, BYTES / 1024, LATENCY.toMillis()));
      notebook.note(
          """
          Every run starts without connections and ends with the files whole; they are in the page \
          cache then, not yet forced to the disk. Our JVM is warm, a first run takes longer: \
          each of the two client libraries, the JDK's and Vert.x's, has had %d runs before.\
          """
              .formatted(runsBefore));
      if (!startsOfCurl.isEmpty()) {
        notebook.note(
            """
            curl's time includes starting its process: %s ms of %s ms (`curl --version`, median of \
            %d). Our techniques run in a JVM that has started before.\
            """
                .formatted(
                    Numbers.value(new Sample(startsOfCurl).median()),
                    Numbers.value(new Sample(timesOfCurl).median()),
                    startsOfCurl.size()));
      }
    }
  }

  @Override
  public List<Verdict> verdicts(List<Figure> figures) {
    Optional<Figure> times = Figure.find(figures, FIGURE);
    Optional<Contender> best = best(times);
    List<Ratio.Is> conditions = new ArrayList<>();
    List<String> because = new ArrayList<>();
    best.ifPresent(winner -> {
      Ratio.in(times, SEQUENTIAL.name(), winner.name(), PLACE)
          .ifPresent(ratio -> {
            conditions.add(ratio.atLeast(LEAST_OVER_SEQUENTIAL));
            because.add(
                "sequential takes %s times as long as %s %s"
                    .formatted(ratio, winner.name(), ratio.runs()));
          });
      Ratio.in(times, POOL.name(), winner.name(), PLACE)
          .ifPresent(ratio -> {
            conditions.add(ratio.atLeast(LEAST_OVER_POOL));
            because.add("a %s %s times %s".formatted(POOL.name(), ratio, ratio.runs()));
          });
      Ratio.in(times, LARGE_POOL.name(), winner.name(), PLACE)
          .ifPresent(ratio ->
              because.add(
                  "threads that wait together as well, in a %s, %s times %s"
                      .formatted(LARGE_POOL.name(), ratio, ratio.runs())));
      Ratio.in(times, VIRTUAL.name(), winner.name(), PLACE)
          .ifPresent(
              ratio -> because.add("virtual threads %s times %s".formatted(ratio, ratio.runs())));
    });
    Judgment judgment = conditions.size() == 2 ? Ratio.judge(conditions) : Judgment.NOT_MEASURED;
    return List.of(
        new Verdict(
            "An application that downloads 100 files from the network at the same time:"
                + " asynchronous I/O is perfect for juggling many waiting tasks.",
            "Excellent",
            judgment,
            """
            Holds if, against the best asynchronous technique, sequential takes at least %s times \
            as long and a pool of %d threads at least %s times as long; in part if only one is \
            so. %s. A thread for each file, in a pool or virtual, is told beside and decides \
            nothing: such threads wait together as well.\
            """
                .formatted(
                    Numbers.chosen(LEAST_OVER_SEQUENTIAL),
                    Downloads.POOL,
                    LEAST_OVER_POOL,
                    Ratio.RULE),
            Sentence.of(because)));
  }

  private static Optional<Contender> best(Optional<Figure> times) {
    return times.flatMap(figure ->
        ASYNCHRONOUS.stream()
            .filter(each -> figure.at(each.name(), PLACE).isPresent())
            .min(
                Comparator.comparingDouble(
                    each -> figure.at(each.name(), PLACE).orElseThrow().median())));
  }

  @Override
  public List<Goal> goals(List<Figure> figures) {
    Optional<Figure> times = Figure.find(figures, FIGURE);
    return ASYNCHRONOUS.stream()
        .map(each ->
            Goals.ofMedians(
                "100 downloads with %s take at most %s times as long as with curl --parallel."
                    .formatted(each.name(), MOST_OF_CURL),
                MOST_OF_CURL,
                false,
                times,
                each.name(),
                CURL.name(),
                PLACE))
        .toList();
  }
}
