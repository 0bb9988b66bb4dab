package workshop.runner.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.worker.Limits;
import workshop.runner.worker.WorkerRequest;

/**
 * The AOT cache of the workers: the classes of the testkit and its libraries, already loaded and
 * linked. Nothing depends on it: without it, a worker starts more slowly.
 *
 * <p>The JVM refuses a cache from another JDK or for another class path. It does not check whether
 * the jars are still the same (JDK 25.0.3), so the script makes a new cache after each build.
 */
public final class StartUpCache {

  private final Path file;
  private final Optional<Path> disk;

  private StartUpCache(Path file, Optional<Path> disk) {
    this.file = file;
    this.disk = disk;
  }

  /** Returns the cache of the build in a checkout, whether it exists or not. */
  public static StartUpCache in(Path root) throws IOException {
    Optional<Path> disk =
        BuildOutput.jars(root.resolve("testkit/target/lib")).stream()
            .filter(jar -> jar.getFileName().toString().startsWith("disk-"))
            .findFirst();
    return new StartUpCache(root.resolve("runner/target/worker.aot"), disk);
  }

  /** Returns the JVM options of a worker that uses the cache; none if there is no cache. */
  List<String> options() {
    // A cache that does not fit must not cause a message.
    return Files.exists(file)
        ? with("-XX:AOTCache=" + file, "-Xlog:aot*=off", "-Xlog:cds*=off")
        : List.of();
  }

  /**
   * Adds the file system provider to the boot class path: a JVM with a cache cannot load it from
   * the application class path, which is a {@code Path} of that very file system.
   */
  private List<String> with(String... options) {
    return Stream.concat(disk.map(jar -> "-Xbootclasspath/a:" + jar).stream(), Stream.of(options))
        .toList();
  }

  /**
   * Makes the cache from a run of the solutions on one worker, and blocks until that is done.
   *
   * @param build without a cache
   */
  public void make(Checkout checkout, BuildOutput build, List<Exercise> exercises)
      throws IOException, InterruptedException {
    Path recorded = file.resolveSibling("worker.aotconf");
    try (WorkFolders folders = new WorkFolders(checkout);
        ExerciseCompiler compiler = new ExerciseCompiler(checkout, build, folders)) {
      List<String> recording = with("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded);
      try (WorkerProcess worker =
          WorkerProcess.start(build.withWorkerOptions(recording), folders)) {
        worker.awaitReady();
        for (Exercise exercise : exercises) {
          var solution = compiler.compile(Submission.ofSolution(checkout, exercise));
          new SuiteSupervisor(worker, System.nanoTime())
              .run(solution.request(WorkerRequest.Kind.JUDGE, 0, Limits.USUAL), test -> {});
        }
        worker.end();
      }
      List<String> creating =
          with("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + file);
      List<String> command =
          new ArrayList<>(build.withWorkerOptions(creating).workerCommand(folders.temporary()));
      command.remove(BuildOutput.PROVIDER);
      // Its messages go into the log of the build, like those of this JVM.
      JavaProcess.builder(command).inheritIO().start().waitFor();
    } finally {
      Files.deleteIfExists(recorded);
    }
  }
}
