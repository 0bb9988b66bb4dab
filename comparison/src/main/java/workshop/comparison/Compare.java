package workshop.comparison;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import workshop.comparison.files.WriteThenRead;
import workshop.comparison.question.Question;
import workshop.comparison.report.UnreadableResults;
import workshop.comparison.result.Results;
import workshop.comparison.rows.ConfigTool;
import workshop.comparison.rows.HugeFile;
import workshop.comparison.rows.HundredDownloads;
import workshop.comparison.rows.StaticFiles;
import workshop.comparison.run.MachineFacts;
import workshop.comparison.run.Progress;
import workshop.comparison.run.Root;
import workshop.comparison.run.Runner;
import workshop.comparison.run.Stop;
import workshop.comparison.run.WorkFolder;
import workshop.comparison.single.OneOperation;

/** The {@code ./workshop compare} command: from arguments to a report and an exit code. */
public final class Compare {

  private static final int COMPLETE = 0;
  private static final int INCOMPLETE = 1;
  private static final int BROKEN = 2;
  private static final long REPORT_SECONDS = 30;

  /** All questions, in the order of the report: the only place that lists them. */
  static final List<Question> QUESTIONS =
      List.of(
          new WriteThenRead(),
          new OneOperation(),
          new StaticFiles(),
          new ConfigTool(),
          new HugeFile(),
          new HundredDownloads());

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private final List<Question> questions;
  private final Stop stop;

  Compare(PrintStream out, PrintStream err, boolean terminal, List<Question> questions, Stop stop) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.questions = questions;
    this.stop = stop;
  }

  /** Runs the comparison and ends this JVM with its exit code. */
  public static void main(String[] arguments) {
    Stop stop = new Stop(Thread.currentThread());
    CountDownLatch reported = new CountDownLatch(1);
    Thread hook = Thread.ofPlatform().unstarted(() -> leaveReport(stop, reported));
    Runtime.getRuntime().addShutdownHook(hook);
    boolean terminal = System.getProperty("workshop.terminals", "").contains("err");
    int exitCode = BROKEN;
    try {
      exitCode =
          new Compare(System.out, System.err, terminal, QUESTIONS, stop).run(List.of(arguments));
    } finally {
      reported.countDown();
      System.out.flush();
      end(hook, exitCode);
    }
  }

  /** Runs when the JVM is told to end: it does not before the report is there. */
  private static void leaveReport(Stop stop, CountDownLatch reported) {
    stop.now();
    try {
      if (!reported.await(REPORT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("No report: the measurement did not stop in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(Thread hook, int exitCode) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      return; // an exit within an exit would wait for itself
    }
    System.exit(exitCode);
  }

  /** Does what was asked for, on the calling thread. Returns the exit code. */
  int run(List<String> arguments) {
    // The scripts hand over all that was typed, with the name of the command.
    List<String> typed =
        !arguments.isEmpty() && arguments.getFirst().equals("compare")
            ? arguments.subList(1, arguments.size())
            : arguments;
    Path here = Path.of(System.getProperty("workshop.here", "")).toAbsolutePath();
    Path usual = Root.target("report");
    try {
      Options options = Options.parse(typed, questions, here, usual);
      if (options.help()) {
        out.print(Options.USAGE.formatted(Root.path().relativize(usual)));
        questions.forEach(
            question -> out.println("  %-20s%s".formatted(question.id(), question.asks())));
        return COMPLETE;
      }
      return measure(options, String.join(" ", typed));
    } catch (Options.Misunderstood | UnreadableResults e) {
      err.println(e.getMessage());
    } catch (NoSuchFileException e) {
      err.println("There is no file " + e.getFile() + ".");
    } catch (IOException e) {
      err.println("The report cannot be written: " + e.getMessage());
    }
    return BROKEN;
  }

  private int measure(Options options, String typed) throws IOException {
    Optional<Results> earlier = Reporting.earlier(options); // now, and not after two minutes
    Files.createDirectories(options.out());
    Runner runner =
        new Runner(
            options.effort(),
            new Progress(err, terminal),
            stop,
            () -> MachineFacts.of(WorkFolder.parent()));
    Results results =
        runner.run(("./workshop compare " + typed).strip(), options.chosenFrom(questions));
    Thread.interrupted(); // it has done its work, and must not close the report's files
    Reporting.write(results, earlier, options, out);
    return results.complete() ? COMPLETE : INCOMPLETE;
  }
}
