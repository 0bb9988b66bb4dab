package workshop.comparison;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import workshop.comparison.configtool.ConfigTool;
import workshop.comparison.downloads.HundredDownloads;
import workshop.comparison.fileserver.FileServers;
import workshop.comparison.hugefile.HugeFile;
import workshop.comparison.manyfiles.ManyFiles;
import workshop.comparison.onefile.OneFile;
import workshop.comparison.report.Report;
import workshop.comparison.result.ComparisonException;
import workshop.comparison.result.Results;
import workshop.comparison.result.ResultsFile;
import workshop.comparison.result.Topic;
import workshop.comparison.run.Benchmark;
import workshop.comparison.run.MachineFacts;
import workshop.comparison.run.Progress;
import workshop.comparison.run.Runner;
import workshop.comparison.run.StopRequest;
import workshop.comparison.run.WorkFolder;
import workshop.comparison.run.WorkshopFolder;

/** The {@code ./workshop compare} command: turns arguments into a report and an exit code. */
public final class Compare {

  private static final int COMPLETE = 0;
  private static final int INCOMPLETE = 1;
  private static final int BROKEN = 2;
  private static final long REPORT_SECONDS = 30;

  static final Map<Topic, Benchmark> BENCHMARKS =
      Map.of(
          Topic.MANY_FILES, new ManyFiles(),
          Topic.ONE_FILE, new OneFile(),
          Topic.FILE_SERVER, new FileServers(),
          Topic.CONFIG_TOOL, new ConfigTool(),
          Topic.HUGE_FILE, new HugeFile(),
          Topic.DOWNLOADS, new HundredDownloads());

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private final Map<Topic, Benchmark> benchmarks;
  private final StopRequest stop;

  Compare(
      PrintStream out,
      PrintStream err,
      boolean terminal,
      Map<Topic, Benchmark> benchmarks,
      StopRequest stop) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.benchmarks = new EnumMap<>(benchmarks); // in the order of the report
    this.stop = stop;
  }

  /** Runs the comparison and ends this JVM with its exit code. */
  public static void main(String[] arguments) {
    StopRequest stop = new StopRequest(Thread.currentThread());
    CountDownLatch reported = new CountDownLatch(1);
    Thread hook = Thread.ofPlatform().unstarted(() -> leaveReport(stop, reported));
    Runtime.getRuntime().addShutdownHook(hook);
    boolean terminal = System.getProperty("workshop.terminals", "").contains("err");
    int exitCode = BROKEN;
    try {
      exitCode =
          new Compare(System.out, System.err, terminal, BENCHMARKS, stop).run(List.of(arguments));
    } finally {
      reported.countDown();
      System.out.flush();
      end(hook, exitCode);
    }
  }

  /** Runs when the JVM is asked to end, and keeps it alive until the report is written. */
  private static void leaveReport(StopRequest stop, CountDownLatch reported) {
    stop.make();
    try {
      if (!reported.await(REPORT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("There is no report, because the measurement did not stop in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(Thread hook, int exitCode) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      return; // a second exit would wait for the first one
    }
    System.exit(exitCode);
  }

  /** Carries out the command on the calling thread. Returns the exit code. */
  int run(List<String> arguments) {
    // The scripts pass on everything that was typed, including the name of the command.
    List<String> typed =
        !arguments.isEmpty() && arguments.getFirst().equals("compare")
            ? arguments.subList(1, arguments.size())
            : arguments;
    Path here = Path.of(System.getProperty("workshop.here", "")).toAbsolutePath();
    Path usual = WorkshopFolder.target("report");
    try {
      Options options = Options.parse(typed, benchmarks.keySet(), here, usual);
      if (options.help()) {
        out.print(Options.USAGE.formatted(WorkshopFolder.path().relativize(usual)));
        benchmarks
            .keySet()
            .forEach(each -> out.println("  %-14s%s".formatted(each.id(), each.title())));
        return COMPLETE;
      }
      return measure(options, String.join(" ", typed));
    } catch (ComparisonException e) {
      err.println(e.getMessage());
    } catch (NoSuchFileException e) {
      err.println("There is no file " + e.getFile() + ".");
    } catch (IOException e) {
      err.println("The report cannot be written: " + e);
    }
    return BROKEN;
  }

  private int measure(Options options, String typed) throws IOException {
    options.checkWritable();
    Optional<Results> earlier = read(options.against());
    Optional<Results> finished = read(options.from());
    Results results = finished.isPresent() ? finished.get() : measured(options, typed);
    Path json = ResultsFile.write(results, options.out().resolve("results.json"));
    if (options.json().isPresent()) {
      json = ResultsFile.write(results, options.json().get());
    }
    Path html = Report.write(results, earlier, options.out());
    out.println("Report:  " + html.toUri());
    out.println("Results: " + json);
    if (options.publish()) {
      out.println("Page:    " + Report.publish(results, WorkshopFolder.path()));
    }
    return results.complete() ? COMPLETE : INCOMPLETE;
  }

  private static Optional<Results> read(Optional<Path> file) throws IOException {
    return file.isEmpty() ? Optional.empty() : Optional.of(ResultsFile.read(file.get()));
  }

  private Results measured(Options options, String typed) {
    Runner runner =
        new Runner(
            options.effort(),
            new Progress(err, terminal),
            stop,
            () -> MachineFacts.of(WorkFolder.parent()),
            options.publish());
    Map<Topic, Benchmark> chosen = new EnumMap<>(benchmarks);
    chosen.keySet().removeIf(topic -> !options.wants(topic));
    Results results = runner.run(("./workshop compare " + typed).strip(), chosen);
    Thread.interrupted(); // its work is done, and it must not close the report's files
    return results;
  }
}
