package workshop.comparison.rows;

import static workshop.comparison.result.Contender.Kind.PEER;
import static workshop.comparison.result.Contender.Kind.TECHNIQUE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Notebook;
import workshop.comparison.question.Question;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Ratio;
import workshop.comparison.result.Verdict;
import workshop.comparison.rows.ServerProcess.Technique;

/** The guide's first row: a server of static files, and what a slow disk does to its guests. */
public final class StaticFiles implements Question {

  static final String THROUGHPUT = "throughput";
  static final String LATENCY = "latency";
  static final String HEALTH = "health";
  static final String SLOW = "slow-";

  /** The place on the axis that decides where nothing is said of many. */
  static final String FEW = "64";

  /** How many guests there are when the disk is slow. */
  static final int GUESTS_OF_SLOW_DISK = 64;

  static final Contender BLOCKED_LOOP =
      technique(
          "blocking handler on the event loop", "Vert.x, with Files.readAllBytes on its loop.");
  static final Contender BOUNDED_POOL =
      technique(
          "bounded pool",
          "The JDK's HttpServer, whose requests are answered by %d threads that block."
              .formatted(ServerProcess.THREADS));
  static final Contender VIRTUAL_THREADS =
      technique("virtual threads", "The JDK's HttpServer, with a virtual thread for each request.");
  static final Contender FILE_SERVER =
      technique(
          "Vert.x file server", "The solution of module 04: the loop never touches the disk.");
  static final Contender SEND_FILE =
      technique("Vert.x sendFile", "sendFile: opened on the loop, copied inside the kernel.");
  static final Contender NGINX =
      new Contender(
          "nginx", PEER, "%d processes with an event loop and sendfile.".formatted(Nginx.WORKERS));

  private static final double LEAST_OF_NGINX = 0.7;
  private static final double MOST_OF_BLOCKED_HEALTH = 1.0 / 50;
  private static final double DECIDES_HEALTH = 1.0 / 10;
  private static final double DECIDES_SLOW = 4;
  private static final double DECIDES_CACHED = 0.5;
  private static final double DECIDES_MANY = 0.5;

  private static Contender technique(String name, String how) {
    return new Contender(name, TECHNIQUE, how);
  }

  static Contender contender(Technique technique) {
    return switch (technique) {
      case BLOCKED_LOOP -> BLOCKED_LOOP;
      case BOUNDED_POOL -> BOUNDED_POOL;
      case VIRTUAL_THREADS -> VIRTUAL_THREADS;
      case FILE_SERVER -> FILE_SERVER;
      case SEND_FILE -> SEND_FILE;
    };
  }

  /** How many keep-alive connections there are when the files are cached. */
  static List<Integer> guests(Effort effort) {
    return switch (effort) {
      case TRY -> List.of(64);
      case NORMAL -> List.of(64, 1024);
      case FULL -> List.of(64, 256, 1024, 2048);
    };
  }

  /** Whether it is measured with many guests: in a short run, if something follows from that. */
  static boolean meetsMany(Contender contender, Effort effort) {
    return effort != Effort.NORMAL
        || List.of(BLOCKED_LOOP, BOUNDED_POOL, FILE_SERVER, NGINX).contains(contender);
  }

  @Override
  public String id() {
    return "static-files";
  }

  @Override
  public String asks() {
    return "What serves static files best to many guests at once, and who else must wait when the"
        + " disk is slow?";
  }

  @Override
  public void measure(Effort effort, Notebook notebook) throws Exception {
    new StaticFilesMeasurement(effort, notebook).run();
  }

  @Override
  public List<Verdict> verdicts(List<Figure> figures) {
    Optional<Figure> slowHealth = Tail.figure(figures, SLOW + HEALTH);
    String tail = tail(slowHealth);
    Optional<Figure> slowThroughput = Figure.find(figures, SLOW + THROUGHPUT);
    Optional<Figure> throughput = Figure.find(figures, THROUGHPUT);
    String guests = "" + GUESTS_OF_SLOW_DISK;
    String most = most(throughput);
    List<Ratio.Is> conditions = new ArrayList<>();
    List<String> because = new ArrayList<>();
    decide(
        Ratio.in(slowHealth, FILE_SERVER.name(), BLOCKED_LOOP.name(), guests),
        "on the slow disk the " + tail + " of /health is %s times the blocking handler's",
        ratio -> ratio.atMost(DECIDES_HEALTH),
        conditions,
        because);
    decide(
        Ratio.in(slowThroughput, FILE_SERVER.name(), BLOCKED_LOOP.name(), guests),
        "the throughput there %s times",
        ratio -> ratio.atLeast(DECIDES_SLOW),
        conditions,
        because);
    decide(
        Ratio.in(throughput, FILE_SERVER.name(), BOUNDED_POOL.name(), FEW),
        "with cached files and "
            + FEW
            + " connections the throughput is %s times the bounded pool's",
        ratio -> ratio.atLeast(DECIDES_CACHED),
        conditions,
        because);
    decide(
        throughput.flatMap(figure ->
            figure
                .at(FILE_SERVER.name(), most)
                .flatMap(
                    many -> figure.at(FILE_SERVER.name(), FEW).map(few -> Ratio.of(many, few)))),
        "with " + most + " connections it is %s times its own with " + FEW,
        ratio -> ratio.atLeast(DECIDES_MANY),
        conditions,
        because);
    Ratio.in(slowThroughput, FILE_SERVER.name(), BOUNDED_POOL.name(), guests)
        .ifPresent(ratio ->
            because.add(
                "on the slow disk the throughput is %s times that of the bounded pool, which blocks in as many threads %s"
                    .formatted(ratio, ratio.runs())));
    Ratio.in(throughput, FILE_SERVER.name(), BLOCKED_LOOP.name(), FEW)
        .ifPresent(ratio ->
            because.add(
                "with cached files it is %s times the blocking handler's %s"
                    .formatted(ratio, ratio.runs())));
    Verdict.Judgment judgment =
        conditions.size() == 4 ? Ratio.judge(conditions) : Verdict.Judgment.NOT_MEASURED;
    return List.of(
        new Verdict(
            "A web server of static files for thousands of concurrent users: asynchronous I/O lets"
                + " it handle other connections while it waits for the disk, and so maximizes"
                + " throughput.",
            "Excellent",
            judgment,
            """
            Holds if, against the blocking handler on the same slow disk, the Vert.x file server \
            has at most %s times the %s of /health and at least %s times the throughput, and with \
            cached files at least %s times the throughput of the bounded pool, and with the most \
            connections at least %s times its own with few; in part if only some of this. What the \
            bounded pool does on the slow disk and the blocking handler with cached files is told \
            beside and decides nothing. %s.\
            """
                .formatted(
                    Numbers.chosen(DECIDES_HEALTH),
                    tail,
                    Numbers.chosen(DECIDES_SLOW),
                    Numbers.chosen(DECIDES_CACHED),
                    Numbers.chosen(DECIDES_MANY),
                    Ratio.RULE),
            Sentence.of(because)));
  }

  /** "p99 latency", unless so little was asked that only less can be told. */
  private static String tail(Optional<Figure> health) {
    return health.map(figure -> figure.metric().name()).orElse("p99 latency");
  }

  private static void decide(
      Optional<Ratio> measured,
      String sentence,
      Function<Ratio, Ratio.Is> rule,
      List<Ratio.Is> conditions,
      List<String> because) {
    measured.ifPresent(ratio -> {
      conditions.add(rule.apply(ratio));
      because.add(sentence.formatted(ratio) + " " + ratio.runs());
    });
  }

  /** The greatest number of connections that was measured. */
  private static String most(Optional<Figure> throughput) {
    return throughput.stream()
        .flatMap(figure -> figure.lines().stream())
        .flatMap(line -> line.points().stream())
        .map(point -> point.at())
        .max(Comparator.comparingInt(Integer::parseInt))
        .orElse("many");
  }

  @Override
  public List<Goal> goals(List<Figure> figures) {
    Optional<Figure> throughput = Figure.find(figures, THROUGHPUT);
    Optional<Figure> slowHealth = Tail.figure(figures, SLOW + HEALTH);
    List<Goal> goals = new ArrayList<>();
    goals.add(
        Goals.ofMedians(
            """
            With 4 KiB files in the page cache, the Vert.x file server reaches at least %s of \
            nginx's throughput.\
            """
                .formatted(LEAST_OF_NGINX),
            LEAST_OF_NGINX,
            true,
            throughput,
            FILE_SERVER.name(),
            NGINX.name(),
            FEW));
    goals.add(
        Goals.ofMedians(
            """
            On a slow disk the %s of the Vert.x file server's /health is at most 1/50 of the \
            blocking handler's.\
            """
                .formatted(tail(slowHealth)),
            MOST_OF_BLOCKED_HEALTH,
            false,
            slowHealth,
            FILE_SERVER.name(),
            BLOCKED_LOOP.name(),
            "" + GUESTS_OF_SLOW_DISK));
    return goals;
  }
}
