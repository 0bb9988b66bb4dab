package workshop.runner;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import workshop.runner.cli.Environment;

/** Runs the command in a separate process on a test course: the root, then its arguments. */
final class FixtureMain {

  private FixtureMain() {}

  public static void main(String[] args) {
    boolean terminal = Boolean.getBoolean("fixture.terminal");
    Environment surroundings =
        new Environment(
            Path.of(args[0]),
            System.out,
            System.err,
            terminal,
            terminal,
            100,
            Map.of(),
            FixtureCourse::build,
            FixtureCourse.WIDE);
    System.exit(Main.run(surroundings, List.of(args).subList(1, args.length)));
  }

  /** Returns the command line that starts this program. */
  static List<String> command(FixtureCourse course, boolean terminal) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-Dstdout.encoding=UTF-8",
        "-Dfixture.terminal=" + terminal,
        "-cp",
        System.getProperty("java.class.path"),
        FixtureMain.class.getName(),
        course.root().toString());
  }
}
