package workshop.comparison.manyfiles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import workshop.comparison.result.Contender;
import workshop.disk.Disk;
import workshop.disk.Op;

/**
 * The main program of every Java contender. It reads one {@link Case} per line, answers each with a
 * line of JSON, and ends when its input ends.
 */
final class Worker {

  /** The beginning of the answer of a contender that cannot take part; its reason follows. */
  static final String REFUSED = "refused: ";

  private Worker() {}

  /**
   * Arguments: the contender, the folder of the files, and, for a slowed disk, the latency in
   * microseconds.
   */
  public static void main(String[] arguments) throws Exception {
    Contender contender = Contender.valueOf(arguments[0]);
    Path folder = Path.of(arguments[1]);
    if (arguments.length < 3) {
      serve(contender, folder, false);
      return;
    }
    try (Disk disk = Disk.watch(folder)) {
      Duration latency = Duration.ofNanos(Long.parseLong(arguments[2]) * 1000);
      disk.when(Op.OPEN, Op.READ, Op.WRITE, Op.FORCE).takes(latency);
      serve(contender, folder, true);
    }
  }

  private static void serve(Contender contender, Path folder, boolean slowed) throws Exception {
    var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Measurable admitted;
    try {
      admitted = measurable(contender, folder, slowed);
    } catch (IOException | UnsupportedOperationException e) {
      System.out.println(REFUSED + e.getMessage());
      return;
    }
    try (Measurable measurable = admitted) {
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        System.out.println(measurable.run(Case.parse(line)));
      }
    }
  }

  /** Runs a window and answers with a line of JSON. */
  interface Measurable extends AutoCloseable {

    String run(Case wanted) throws Exception;

    @Override
    default void close() {}
  }

  private static Measurable measurable(Contender contender, Path folder, boolean slowed)
      throws IOException {
    return switch (contender) {
      case SYSTEM_CALLS -> new SystemCalls(folder);
      case IO_URING -> new IoUring(folder);
      default -> loaded(Techniques.of(contender, slowed), folder);
    };
  }

  private static Measurable loaded(Technique technique, Path folder) {
    return new Measurable() {
      @Override
      public String run(Case wanted) throws Exception {
        return new Load(technique, folder, wanted).run();
      }

      @Override
      public void close() {
        technique.close();
      }
    };
  }
}
