package workshop.runner.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import workshop.runner.course.Catalog;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;

/**
 * Makes the cache of loaded classes with which workers start faster: a worker judges solutions
 * while its JVM records, then a second JVM makes the cache of the recording.
 *
 * <p>JDK 25 cannot make a cache while the default file system is replaced, so that the second JVM
 * runs without the watched disk.
 */
public final class CacheTraining {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private CacheTraining() {}

  /** Makes the worker's cache, or none if anything fails. Blocks until it is done. */
  public static void makeWorkerCache(
      Checkout checkout, BuildOutput build, Catalog catalog, Path cache)
      throws IOException, InterruptedException {
    try (WorkFolders folders = new WorkFolders(checkout);
        ExerciseCompiler compiler = new ExerciseCompiler(checkout, build, folders)) {
      Path temporary = folders.temporary();
      Path recording = temporary.resolve("recording");
      List<String> command = build.workerJvm(temporary);
      command.add("-XX:AOTMode=record");
      command.add("-XX:AOTConfiguration=" + recording);
      command.addAll(build.workerMain());
      WorkerProcess worker = WorkerProcess.start(command, temporary);
      worker.awaitReady();
      for (Exercise exercise : firstOfEachModule(catalog)) {
        var compiled = compiler.compiledSolution(exercise);
        new SuiteSupervisor(worker, Limits.USUAL, System.nanoTime())
            .run(Limits.USUAL.request(0, exercise, compiled.classes()), test -> {});
      }
      worker.end(PATIENCE);
      Path made = temporary.resolve("cache");
      List<String> create = build.workerJvm(temporary);
      create.add("-XX:AOTMode=create");
      create.add("-XX:AOTConfiguration=" + recording);
      create.add("-XX:AOTCache=" + made);
      create.add("-cp");
      create.add(BuildOutput.classPath(build.workerClassPath()));
      int exitCode =
          JavaProcess.builder(create)
              .redirectErrorStream(true)
              .redirectOutput(temporary.resolve("output").toFile())
              .start()
              .waitFor();
      if (exitCode == 0 && Files.exists(made)) {
        Path beside = cache.resolveSibling(cache.getFileName() + ".new");
        Files.copy(made, beside);
        Files.move(beside, cache);
      }
    }
  }

  private static List<Exercise> firstOfEachModule(Catalog catalog) {
    List<Exercise> first = new ArrayList<>();
    for (Exercise exercise : catalog.exercises()) {
      if (exercise.id().number() == 1) {
        first.add(exercise);
      }
    }
    return first;
  }
}
