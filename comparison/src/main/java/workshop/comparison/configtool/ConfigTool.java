package workshop.comparison.configtool;

import static workshop.comparison.result.Contender.PLAIN;
import static workshop.comparison.result.Contender.TOOL_FUTURE;
import static workshop.comparison.result.Contender.TOOL_NOTHING;
import static workshop.comparison.result.Contender.TOOL_VERTX;
import static workshop.comparison.result.Contender.TOOL_VIRTUAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Measure;
import workshop.comparison.run.Benchmark;
import workshop.comparison.run.Child;
import workshop.comparison.run.PeakMemory;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WorkFolder;

/** Starts a program that reads one config file, and times it from start to end. */
public final class ConfigTool implements Benchmark {

  /** When the caller has the answer. */
  public static final String PRINTED = "the answer is printed";

  /** When the shell shows its prompt. */
  public static final String ENDED = "the process has ended";

  private static final List<Contender> CONTENDERS =
      List.of(PLAIN, TOOL_VIRTUAL, TOOL_FUTURE, TOOL_VERTX, TOOL_NOTHING);
  private static final int SETTINGS = 50;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public void measure(Effort effort, Recorder recorder) throws Exception {
    try (WorkFolder work = WorkFolder.make("config-tool")) {
      Path config =
          Files.writeString(
              work.path().resolve("tool.properties"),
              "# what the tool is to do\n"
                  + "setting = a value of the usual length\n".repeat(SETTINGS));
      if (effort != Effort.TRY) {
        for (Contender contender : CONTENDERS) {
          run(
              contender,
              config,
              true,
              new Recorder(_ -> {})); // brings the jars into the page cache
        }
      }
      int rounds = effort.pick(1, 3, 12);
      for (int round = 0; round < rounds; round++) {
        for (Contender contender : CONTENDERS) {
          recorder.doing(contender.label());
          run(contender, config, false, recorder);
          run(contender, config, true, recorder);
        }
      }
    }
  }

  /** Starts the program and times it, or looks at its memory when it has printed its answer. */
  private static void run(Contender contender, Path config, boolean hold, Recorder recorder)
      throws IOException, InterruptedException {
    Object[] arguments = {contender, config, "hold"};
    long begin = System.nanoTime();
    try (Child program =
        Child.start(
            List.of(), ConfigProgram.class, hold ? arguments : Arrays.copyOf(arguments, 2))) {
      check(contender, program.line(LIMIT));
      recorder.add(Measure.TOOL_TIME, contender, PRINTED, millisSince(begin));
      if (hold) {
        PeakMemory.record(program.pid(), Measure.TOOL_MEMORY, contender, "whole program", recorder);
      } else {
        program.end(LIMIT);
        recorder.add(Measure.TOOL_TIME, contender, ENDED, millisSince(begin));
      }
    }
  }

  private static double millisSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  private static void check(Contender contender, String settings) throws IOException {
    int expected = contender == TOOL_NOTHING ? 0 : SETTINGS;
    if (!settings.equals("" + expected)) {
      throw new IOException(
          "%s found %s settings instead of %d".formatted(contender, settings, expected));
    }
  }
}
