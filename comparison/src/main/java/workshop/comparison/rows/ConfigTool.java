package workshop.comparison.rows;

import static workshop.comparison.result.Contender.Kind.LIMIT;
import static workshop.comparison.result.Contender.Kind.TECHNIQUE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Notebook;
import workshop.comparison.question.Question;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Ratio;
import workshop.comparison.result.Verdict;
import workshop.comparison.result.Verdict.Judgment;
import workshop.comparison.rows.ConfigProgram.Technique;
import workshop.comparison.run.WorkFolder;

/** The guide's second row: a command-line tool that reads one file and ends. */
public final class ConfigTool implements Question {

  private static final String TIME = "time";
  private static final String PRINTED = "the answer is printed";
  private static final String ENDED = "the process has ended";
  private static final String WHOLE = "whole program";
  private static final int SETTINGS = 50;
  private static final Duration LIMIT_OF_RUN = Duration.ofSeconds(30);
  private static final double GAINS = 0.8;
  private static final double COSTS = 1.25;

  private static final Contender PLAIN =
      new Contender("java.nio", TECHNIQUE, "Files.readString on the main thread.");
  private static final Contender VIRTUAL_THREAD =
      new Contender("virtual thread", TECHNIQUE, "Files.readString on one virtual thread.");
  private static final Contender POOL =
      new Contender(
          "CompletableFuture and pool", TECHNIQUE, "supplyAsync on a pool, which is closed again.");
  private static final Contender VERTX =
      new Contender("Vert.x", TECHNIQUE, "Starts Vert.x, reads with its file system, closes it.");
  private static final Contender NOTHING =
      new Contender(
          "a JVM that reads nothing", LIMIT, "Prints a number and ends: what every program pays.");

  private static Contender contender(Technique technique) {
    return switch (technique) {
      case PLAIN -> PLAIN;
      case VIRTUAL_THREAD -> VIRTUAL_THREAD;
      case POOL -> POOL;
      case VERTX -> VERTX;
      case NOTHING -> NOTHING;
    };
  }

  @Override
  public String id() {
    return "config-tool";
  }

  @Override
  public String asks() {
    return "What does a program that reads one config file and ends pay for asynchronous I/O?";
  }

  @Override
  public void measure(Effort effort, Notebook notebook) throws Exception {
    try (WorkFolder work = WorkFolder.make(id())) {
      Path config = Files.writeString(work.path().resolve("tool.properties"), config());
      Notebook.Page time =
          notebook.figure(
              TIME,
              "Time since the start of the process",
              new Metric("wall time", "ms", false),
              new Axis(Axis.Kind.NAMES, "until"));
      List<Technique> order =
          List.of(
              Technique.PLAIN,
              Technique.VIRTUAL_THREAD,
              Technique.POOL,
              Technique.VERTX,
              Technique.NOTHING);
      if (effort != Effort.TRY) {
        for (Technique technique : order) {
          notebook.doing("warm-up: " + contender(technique).name());
          runUntilPrinted(technique, config, _ -> {}); // brings the jars into the page cache
        }
      }
      for (int round = 0; round < rounds(effort); round++) {
        for (Technique technique : order) {
          notebook.doing(contender(technique).name());
          Contender contender = contender(technique);
          run(technique, config, (place, millis) -> time.add(contender, place, millis));
        }
        for (Technique technique : order) {
          notebook.doing("memory: " + contender(technique).name());
          Contender contender = contender(technique);
          double printed =
              runUntilPrinted(
                  technique,
                  config,
                  pid ->
                      PeakMemory.note(
                          pid, contender, new Axis(Axis.Kind.NAMES, "program"), WHOLE, notebook));
          time.add(contender, PRINTED, printed);
        }
      }
      note(notebook);
    }
  }

  private static int rounds(Effort effort) {
    return switch (effort) {
      case TRY -> 1;
      case NORMAL -> 3;
      case FULL -> 12;
    };
  }

  private static String config() {
    StringBuilder text = new StringBuilder("# what the tool is to do\n");
    for (int i = 0; i < SETTINGS; i++) {
      text.append("setting.").append(i).append(" = a value of the usual length\n");
    }
    return text.toString();
  }

  /** Is told when something has come to pass. */
  @FunctionalInterface
  private interface Clock {
    void stop(String place, double millis);
  }

  private static void run(Technique technique, Path config, Clock clock)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (ChildJvm program = ChildJvm.start(List.of(), ConfigProgram.class, technique, config)) {
      String settings = program.line(LIMIT_OF_RUN);
      double printed = (System.nanoTime() - begin) / 1e6;
      program.end(LIMIT_OF_RUN);
      double ended = (System.nanoTime() - begin) / 1e6;
      check(technique, settings);
      clock.stop(PRINTED, printed);
      clock.stop(ENDED, ended);
    }
  }

  /** Is told of a program that has printed its answer, and stays until it has been looked at. */
  @FunctionalInterface
  private interface Look {
    void at(long pid) throws IOException;
  }

  /** Like {@link #run}, but the end is not awaited. Returns the milliseconds until the answer. */
  private static double runUntilPrinted(Technique technique, Path config, Look look)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (ChildJvm program =
        ChildJvm.start(List.of(), ConfigProgram.class, technique, config, "hold")) {
      String settings = program.line(LIMIT_OF_RUN);
      double printed = (System.nanoTime() - begin) / 1e6;
      check(technique, settings);
      look.at(program.pid());
      return printed;
    }
  }

  private static void check(Technique technique, String settings) throws IOException {
    int expected = technique == Technique.NOTHING ? 0 : SETTINGS;
    if (!settings.equals("" + expected)) {
      throw new IOException(
          "%s found %s settings instead of %d".formatted(technique, settings, expected));
    }
  }

  private static void note(Notebook notebook) {
    notebook.note(
        "Every run is a process of its own, without options: JDK, jars and config file are in the"
            + " page cache, and no class is warm. All have the same class path, so the jars of"
            + " Vert.x are on it for all, but only Vert.x opens them.");
    notebook.note(
        "The verdict rests on the time until the answer is printed, as whoever asked has it then. The"
            + " shell's prompt comes when the process has ended: Vert.x closes before, and a thread of"
            + " Netty's, its global executor, waits for a second whether there is more to do. With that"
            + " second made three, the end came two seconds later. System.exit does not wait for it.");
    notebook.note(
        "Every other run is held when it has printed the answer, and its memory is read from /proc: it"
            + " is what was resident at most, the JVM's own share included, with its default heap. So"
            + " there are half as many ends as answers.");
  }

  @Override
  public List<Verdict> verdicts(List<Figure> figures) {
    Optional<Figure> times = Figure.find(figures, TIME);
    List<Ratio.Is> conditions = new ArrayList<>();
    List<String> because = new ArrayList<>();
    for (Contender each : List.of(VIRTUAL_THREAD, POOL, VERTX)) {
      Ratio.in(times, each.name(), PLAIN.name(), PRINTED)
          .ifPresent(ratio -> {
            conditions.add(ratio.atLeast(GAINS));
            because.add(
                "%s has the answer after %s times the time of java.nio %s"
                    .formatted(each.name(), ratio, ratio.runs()));
            if (each.equals(VERTX)) {
              conditions.add(ratio.atLeast(COSTS));
            }
          });
    }
    Ratio.in(times, NOTHING.name(), PLAIN.name(), PRINTED)
        .ifPresent(ratio ->
            because.add("a JVM that reads nothing, %s times %s".formatted(ratio, ratio.runs())));
    Ratio.in(times, VERTX.name(), PLAIN.name(), ENDED)
        .ifPresent(ratio ->
            because.add("until Vert.x has ended it is %s times %s".formatted(ratio, ratio.runs())));
    Ratio.in(Figure.find(figures, PeakMemory.FIGURE), VERTX.name(), PLAIN.name(), WHOLE)
        .ifPresent(
            ratio -> because.add("it needs %s times the memory %s".formatted(ratio, ratio.runs())));
    Judgment judgment = conditions.size() == 4 ? Ratio.judge(conditions) : Judgment.NOT_MEASURED;
    return List.of(
        new Verdict(
            "A simple command-line tool that reads one config file, processes it and exits: there"
                + " is nothing else to do meanwhile, and setting up an asynchronous runtime is a"
                + " cost without use.",
            "No",
            judgment,
            ("Holds if, until the answer is printed, no technique needs less than %s times the time"
                    + " of java.nio, and starting Vert.x at least %s times; in part if only some of this. %s.")
                .formatted(GAINS, COSTS, Ratio.RULE),
            Sentence.of(because)));
  }

  @Override
  public List<Goal> goals(List<Figure> figures) {
    return List.of();
  }
}
