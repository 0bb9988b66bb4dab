package workshop.comparison.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import workshop.comparison.question.Notebook;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Metric;

/** How much memory a process has had at most, as Linux knows it. */
final class PeakMemory {

  /** The figure's identifier. */
  static final String FIGURE = "memory";

  private static final Metric METRIC = new Metric("peak resident memory", "MiB", false);
  private static final String LINE = "VmHWM:";

  private PeakMemory() {}

  /** Notes the most resident memory of a process that still runs, or why it is not known. */
  static void note(long pid, Contender contender, Axis axis, String place, Notebook notebook)
      throws IOException {
    OptionalDouble peak = mebibytes(pid);
    if (peak.isEmpty()) {
      notebook.note("Memory is left out: this system has no /proc to read it from.");
      return;
    }
    notebook
        .figure(FIGURE, "Memory of the process at most", METRIC, axis)
        .add(contender, place, peak.getAsDouble());
  }

  /** The most resident memory in MiB; empty where there is no /proc. */
  static OptionalDouble mebibytes(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith(LINE))
          .mapToDouble(line -> kibibytes(line) / 1024)
          .findFirst();
    } catch (NoSuchFileException notLinux) {
      return OptionalDouble.empty();
    }
  }

  private static double kibibytes(String line) {
    return Double.parseDouble(line.substring(LINE.length()).replace("kB", "").strip());
  }
}
