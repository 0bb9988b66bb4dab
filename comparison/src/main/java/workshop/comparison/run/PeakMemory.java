package workshop.comparison.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Remark;

/** The peak resident memory of a process, as Linux counts it. */
public final class PeakMemory {

  private static final String LINE = "VmHWM:";

  private PeakMemory() {}

  /** Records the peak of a process that is still running. */
  public static void record(
      long pid, Measure measure, Contender contender, String place, Recorder recorder)
      throws IOException {
    OptionalDouble peak = mebibytes(pid);
    if (peak.isPresent()) {
      recorder.add(measure, contender, place, peak.getAsDouble());
    } else {
      recorder.remark(Remark.Kind.NO_MEMORY, "", "");
    }
  }

  /** Returns the peak in MiB; empty if there is no /proc. */
  static OptionalDouble mebibytes(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith(LINE))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024) // from kB
          .findFirst();
    } catch (NoSuchFileException notLinux) {
      return OptionalDouble.empty();
    }
  }
}
