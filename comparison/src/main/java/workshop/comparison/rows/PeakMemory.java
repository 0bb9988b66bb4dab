package workshop.comparison.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How much memory a process has had at most, as Linux knows it. */
final class PeakMemory {

  private static final String LINE = "VmHWM:";

  private PeakMemory() {}

  /**
   * The most resident memory of a process that still runs, in MiB; empty where there is no /proc.
   */
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
