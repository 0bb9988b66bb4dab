package workshop.runner.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workshop.runner.course.WorkshopException;

/**
 * The parts of the build's output that judging needs.
 *
 * @param java the program that starts a JVM
 * @param suiteClassPath the class path for compiling exercises and suites
 * @param workerClassPath the class path of a worker: the same, and the worker itself
 * @param builder the command that rebuilds what is missing; empty if there is none
 * @param workerOptions further JVM options of a worker
 */
public record BuildOutput(
    Path java,
    List<Path> suiteClassPath,
    List<Path> workerClassPath,
    List<String> builder,
    List<String> workerOptions) {

  static final String PROVIDER =
      "-Djava.nio.file.spi.DefaultFileSystemProvider=workshop.disk.WatchedFileSystemProvider";

  /** The heap for a learner's code: large enough to work, and small enough to notice a leak. */
  private static final String HEAP = "-Xmx256m";

  public BuildOutput {
    suiteClassPath = List.copyOf(suiteClassPath);
    workerClassPath = List.copyOf(workerClassPath);
    builder = List.copyOf(builder);
    workerOptions = List.copyOf(workerOptions);
  }

  /** Returns the same output with other JVM options for a worker. */
  public BuildOutput withWorkerOptions(List<String> options) {
    return new BuildOutput(java, suiteClassPath, workerClassPath, builder, options);
  }

  /**
   * Returns the output of the build in a checkout.
   *
   * @throws WorkshopException if the build is not complete
   */
  public static BuildOutput of(Path root) throws IOException {
    List<Path> suites = new ArrayList<>();
    suites.add(built(root.resolve("testkit/target/testkit.jar")));
    suites.addAll(jars(built(root.resolve("testkit/target/lib"))));
    List<Path> worker = new ArrayList<>(suites);
    worker.add(built(root.resolve("runner/target/runner.jar")));
    jars(built(root.resolve("runner/target/lib"))).stream()
        .filter(jar -> jar.getFileName().toString().startsWith("gson-"))
        .forEach(worker::add);
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> builder =
        windows
            ? List.of("cmd", "/c", root.resolve("workshop.cmd").toString(), "version")
            : List.of(root.resolve("workshop").toString(), "version");
    return new BuildOutput(thisJava(), suites, worker, builder, StartUpCache.in(root).options());
  }

  /** Returns the java program of the JDK that runs this process. */
  public static Path thisJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Path built(Path path) {
    if (Files.exists(path)) {
      return path;
    }
    throw new WorkshopException(
        "The build is not complete: " + path + " is missing.",
        "Start ./workshop again: it builds what is missing.");
  }

  static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
      entries.forEach(jars::add);
    }
    jars.sort(null);
    return jars;
  }

  /** Returns whether the whole output still exists: "mvn clean" deletes it. */
  boolean isComplete() {
    return Stream.concat(suiteClassPath.stream(), workerClassPath.stream()).allMatch(Files::exists);
  }

  /**
   * Builds again and blocks until it is done.
   *
   * @throws WorkshopException if the build fails
   */
  void buildAgain() throws IOException, InterruptedException {
    String said = "";
    if (!builder.isEmpty()) {
      Process process = new ProcessBuilder(builder).redirectErrorStream(true).start();
      process.getOutputStream().close();
      said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      process.waitFor();
    }
    if (!isComplete()) {
      throw new WorkshopException(
          "The build is gone, as after \"mvn clean\", and building it again failed. " + said,
          "Quit, then start ./workshop again.");
    }
  }

  /** Returns the command line of a worker that keeps its temporary files in {@code temporary}. */
  List<String> workerCommand(Path temporary) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(workerOptions);
    command.addAll(
        List.of(
            HEAP,
            "-Xms32m",
            // For short runs, C2 and a parallel collector cost more than they gain.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            // JUnit checks whether the flight recorder is running, and the check itself would start
            // half of it.
            "-Djfr.unsupported.vm=true",
            "-XX:ErrorFile=" + temporary.resolve("crash.log"),
            "-Djava.io.tmpdir=" + temporary,
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            PROVIDER,
            "-cp",
            classPath(workerClassPath),
            "workshop.runner.worker.Worker"));
    return command;
  }

  static String classPath(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
