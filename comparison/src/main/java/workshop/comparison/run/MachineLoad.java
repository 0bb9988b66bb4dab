package workshop.comparison.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import workshop.comparison.result.Remark;

/**
 * Finds out how busy other programs keep the processors: for a moment before a measurement, and on
 * Linux also during it. The load of others is the time that the system counts minus the time of our
 * own processes.
 */
final class MachineLoad {

  /** The machine counts as busy if other programs use at least this share of all processors. */
  static final double BUSY = 0.1;

  private static final Duration LOOK = Duration.ofMillis(300);

  /** Time used by programs: user, nice, system, and stolen by other virtual machines. */
  private static final List<Integer> IN_USE = List.of(0, 1, 2, 7);

  private static final int COLUMNS = 8; // the remaining fields are already counted in others

  private final Ticks begin = Ticks.now();

  /** Clock ticks since the system started: in total, in use, and used by our processes. */
  private record Ticks(long all, long busy, long ours) {

    /** All are zero if there is no /proc. */
    static Ticks now() {
      try {
        long[] system = numbers(Files.readString(Path.of("/proc/stat")).lines().findFirst());
        long all = LongStream.of(system).limit(COLUMNS).sum();
        String own = Files.readString(Path.of("/proc/self/stat"));
        long[] ours = numbers(Stream.of(own.substring(own.lastIndexOf(')') + 3)).findFirst());
        return new Ticks(
            all,
            IN_USE.stream().mapToLong(column -> system[column]).sum(),
            LongStream.of(ours).skip(10).limit(4).sum()); // including children that have ended
      } catch (IOException notLinux) {
        return new Ticks(0, 0, 0);
      }
    }

    private static long[] numbers(Optional<String> line) {
      return Stream.of(line.orElse("").split(" +"))
          .skip(1)
          .limit(15) // later fields may not fit into a long
          .mapToLong(Long::parseLong)
          .toArray();
    }
  }

  /**
   * Observes the load for a moment while this program is idle, and records a remark if others
   * compute.
   */
  static MachineLoad look(Recorder recorder) throws InterruptedException {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      double since = system.getCpuLoad(); // the next call returns the load since this one
      Thread.sleep(LOOK);
      record(Double.isNaN(since) ? since : system.getCpuLoad(), recorder);
    }
    return new MachineLoad();
  }

  /**
   * Records a remark if others have computed since the observation. All our children must have
   * ended.
   */
  void end(Recorder recorder) {
    Ticks now = Ticks.now();
    double ticks = now.all() - begin.all();
    double others = now.busy() - begin.busy() - (now.ours() - begin.ours());
    record(others / ticks, recorder);
  }

  /**
   * Records a remark if the share of all processors is too large. The share is NaN if it is
   * unknown.
   */
  static void record(double share, Recorder recorder) {
    if (share > BUSY) {
      recorder.remark(Remark.Kind.BUSY, "", Math.round(100 * share));
    }
  }
}
