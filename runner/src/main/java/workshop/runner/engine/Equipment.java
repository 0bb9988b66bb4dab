package workshop.runner.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import workshop.runner.core.Trouble;

/**
 * What runs need that is not the learner's.
 *
 * @param java the program that starts a JVM
 * @param suiteClassPath what exercises and suites are compiled against
 * @param workerClassPath what a worker runs on: the same, and the worker itself
 */
public record Equipment(Path java, List<Path> suiteClassPath, List<Path> workerClassPath) {

  private static final String PROVIDER =
      "-Djava.nio.file.spi.DefaultFileSystemProvider=" + "workshop.disk.WatchedFileSystemProvider";

  /** How much memory the learner's code has; enough, and small enough to notice a leak. */
  private static final String HEAP = "-Xmx256m";

  public Equipment {
    suiteClassPath = List.copyOf(suiteClassPath);
    workerClassPath = List.copyOf(workerClassPath);
  }

  /**
   * Returns what the build left in a checkout.
   *
   * @throws Trouble if the build is not complete
   */
  public static Equipment of(Path root) throws IOException {
    List<Path> suites = new ArrayList<>();
    suites.add(built(root.resolve("testkit/target/testkit.jar")));
    suites.addAll(jars(built(root.resolve("testkit/target/lib"))));
    List<Path> worker = new ArrayList<>(suites);
    worker.add(built(root.resolve("runner/target/runner.jar")));
    for (Path jar : jars(built(root.resolve("runner/target/lib")))) {
      if (jar.getFileName().toString().startsWith("gson-")) {
        worker.add(jar);
      }
    }
    return new Equipment(thisJava(), suites, worker);
  }

  /** Returns the program of the JVM that this runs in. */
  public static Path thisJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Path built(Path path) {
    if (Files.exists(path)) {
      return path;
    }
    throw new Trouble(
        "The build is not complete: " + path + " is missing.",
        "Delete the folder runner/target and start ./workshop again: it builds what is missing.");
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
      entries.forEach(jars::add);
    }
    jars.sort(null);
    return jars;
  }

  /** Returns the command line of a worker that keeps its temporary files in {@code temporary}. */
  List<String> workerCommand(Path temporary) {
    return List.of(
        java.toString(),
        HEAP,
        "-Xms32m",
        // Short runs: the big compiler and a parallel collector cost more than they bring.
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-XX:-UsePerfData",
        // JUnit looks whether the flight recorder runs, and starts half of it by looking.
        "-Djfr.unsupported.vm=true",
        "-XX:ErrorFile=" + temporary.resolve("crash.log"),
        "-Djava.io.tmpdir=" + temporary,
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        // Virtual threads that hang while they run are listed there, and safely nowhere else.
        "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
        PROVIDER,
        "-cp",
        workerClassPath.stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)),
        "workshop.runner.worker.Worker");
  }
}
