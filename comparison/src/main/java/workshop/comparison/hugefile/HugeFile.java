package workshop.comparison.hugefile;

import static workshop.comparison.result.Contender.MAPPED;
import static workshop.comparison.result.Contender.PARALLEL;
import static workshop.comparison.result.Contender.PIPELINE;
import static workshop.comparison.result.Contender.READING_ONLY;
import static workshop.comparison.result.Contender.READ_AHEAD;
import static workshop.comparison.result.Contender.SEQUENTIAL;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Measure;
import workshop.comparison.run.Benchmark;
import workshop.comparison.run.Child;
import workshop.comparison.run.PeakMemory;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WorkFolder;

/** Works through a huge file with every technique. Each run has its own warm JVM. */
public final class HugeFile implements Benchmark {

  public static final String PLACE = "whole file";

  /** How large the file is, as a setting of the figures. */
  static final String SIZE = "%s MiB";

  private static final List<Contender> CONTENDERS =
      List.of(SEQUENTIAL, READ_AHEAD, PARALLEL, MAPPED, PIPELINE, READING_ONLY);
  private static final List<String> OPTIONS = List.of("-Xmx64m");
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int MIB = 1 << 20;

  @Override
  public void measure(Effort effort, Recorder recorder) throws Exception {
    int size = effort.pick(8, 128, 512);
    int rounds = effort.pick(1, 3, 7);
    try (WorkFolder work = WorkFolder.make("huge-file")) {
      recorder.doing("writing the huge file");
      Path huge = write(work.path().resolve("huge.txt"), size);
      Path warmUp = write(work.path().resolve("warm-up.txt"), Math.min(32, size));
      Set<String> found = new HashSet<>();
      for (int round = 0; round < rounds; round++) {
        for (Contender contender : CONTENDERS) {
          recorder.doing(contender.label());
          String result = run(contender, huge, warmUp, size, recorder);
          if (contender != READING_ONLY) {
            found.add(result);
          }
        }
      }
      if (found.size() != 1) {
        throw new IOException("The techniques found different contents in the file: " + found);
      }
    }
  }

  /** Words of different lengths, the same in every run. */
  private static Path write(Path file, int mebibytes) throws IOException {
    byte[] text = new byte[MIB];
    new Random(1).nextBytes(text);
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) ((text[i] & 7) == 0 ? ' ' : 'a' + (text[i] & 15));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < mebibytes; i++) {
        out.write(text);
      }
    }
    return file;
  }

  /** Returns what the program found in the file. */
  private static String run(
      Contender contender, Path huge, Path warmUp, int size, Recorder recorder)
      throws IOException, InterruptedException {
    try (Child program = Child.start(OPTIONS, HugeProgram.class, contender, huge, warmUp)) {
      double millis = Double.parseDouble(program.line(LIMIT));
      String found = program.line(LIMIT);
      recorder.add(Measure.HUGE_TIME, Map.of(SIZE, "" + size), contender, PLACE, millis);
      PeakMemory.record(program.pid(), Measure.HUGE_MEMORY, contender, PLACE, recorder);
      program.end(LIMIT);
      return found;
    }
  }
}
