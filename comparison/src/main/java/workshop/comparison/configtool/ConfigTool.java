package workshop.comparison.configtool;

import static workshop.comparison.result.Contender.PLAIN;
import static workshop.comparison.result.Contender.PLAIN_AOT;
import static workshop.comparison.result.Contender.TOOL_FUTURE;
import static workshop.comparison.result.Contender.TOOL_NOTHING;
import static workshop.comparison.result.Contender.TOOL_VERTX;
import static workshop.comparison.result.Contender.TOOL_VERTX_AOT;
import static workshop.comparison.result.Contender.TOOL_VIRTUAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Remark;
import workshop.comparison.run.Benchmark;
import workshop.comparison.run.Child;
import workshop.comparison.run.PeakMemory;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WorkFolder;

/** Starts a program that reads one config file, and times it from start to end. */
public final class ConfigTool implements Benchmark {

  /** The time until the caller has the answer. */
  public static final String PRINTED = "the answer is printed";

  /** The time until the shell shows its prompt. */
  public static final String ENDED = "the process has ended";

  private static final List<Contender> CONTENDERS =
      List.of(PLAIN, TOOL_VIRTUAL, TOOL_FUTURE, TOOL_VERTX, TOOL_NOTHING);

  /** The contenders that start with an AOT cache of their own classes (JEP 514). */
  private static final List<Contender> CACHED = List.of(PLAIN_AOT, TOOL_VERTX_AOT);

  private static final int SETTINGS = 50;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Without the JVM's messages, which would come before the answer. Errors are still quoted. */
  private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

  @Override
  public void measure(Effort effort, Recorder recorder) throws Exception {
    try (WorkFolder work = WorkFolder.make("config-tool")) {
      Path config =
          Files.writeString(
              work.path().resolve("tool.properties"),
              "# what the tool is to do\n"
                  + "setting = a value of the usual length\n".repeat(SETTINGS));
      List<Program> programs = new ArrayList<>();
      for (Contender contender : CONTENDERS) {
        programs.add(new Program(contender, List.of(), config));
      }
      for (Contender contender : CACHED) {
        recorder.doing(contender.label());
        Path cache = work.path().resolve(contender + ".aot");
        try {
          List<String> making = new ArrayList<>(QUIET);
          making.add("-XX:AOTCacheOutput=" + cache);
          new Program(contender, making, config).run();
          programs.add(new Program(contender, List.of("-XX:AOTCache=" + cache), config));
        } catch (IOException noCache) {
          recorder.remark(
              Remark.Kind.REFUSED, contender.label(), String.valueOf(noCache.getMessage()));
        }
      }
      if (effort != Effort.TRY) {
        for (Program program : programs) {
          program.run(); // brings the jars into the page cache
        }
      }
      int rounds = effort.pick(1, 3, 12);
      for (int round = 0; round < rounds; round++) {
        for (Program program : programs) {
          recorder.doing(program.contender().label());
          program.time(recorder);
          program.timeAndWeigh(recorder);
        }
      }
    }
  }

  /** One way to write the tool, and the JVM options to start it with. */
  private record Program(Contender contender, List<String> options, Path config) {

    void run() throws IOException, InterruptedException {
      time(new Recorder(_ -> {}));
    }

    /** Records when the answer is printed and when the process has ended. */
    void time(Recorder recorder) throws IOException, InterruptedException {
      long begin = System.nanoTime();
      try (Child program = Child.start(options, ConfigProgram.class, contender, config)) {
        awaitAnswer(program, begin, recorder);
        program.end(LIMIT);
        recorder.add(Measure.TOOL_TIME, contender, ENDED, millisSince(begin));
      }
    }

    /** Records when the answer is printed, and how much memory the process has used by then. */
    void timeAndWeigh(Recorder recorder) throws IOException, InterruptedException {
      long begin = System.nanoTime();
      try (Child program = Child.start(options, ConfigProgram.class, contender, config, "hold")) {
        awaitAnswer(program, begin, recorder);
        PeakMemory.record(program.pid(), Measure.TOOL_MEMORY, contender, "whole program", recorder);
      }
    }

    private void awaitAnswer(Child program, long begin, Recorder recorder)
        throws IOException, InterruptedException {
      String settings = program.line(LIMIT);
      recorder.add(Measure.TOOL_TIME, contender, PRINTED, millisSince(begin));
      int expected = contender == TOOL_NOTHING ? 0 : SETTINGS;
      if (!settings.equals("" + expected)) {
        throw new IOException(
            "%s found %s settings instead of %d".formatted(contender, settings, expected));
      }
    }
  }

  private static double millisSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }
}
