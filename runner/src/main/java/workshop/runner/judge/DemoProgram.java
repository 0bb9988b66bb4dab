package workshop.runner.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.course.WorkshopException;

/** Runs the finished program of a module, in a JVM and a folder of its own. */
public final class DemoProgram {

  private DemoProgram() {}

  /**
   * Compiles and runs the program, with the standard streams of this process.
   *
   * @param exercise an exercise of the module
   * @param program the class with the main method, without its package
   * @param folder where the program runs and leaves its files
   * @return the program's exit code
   */
  public static int run(
      Checkout checkout, BuildOutput build, Exercise exercise, String program, Path folder)
      throws IOException, InterruptedException {
    try (WorkFolders folders = new WorkFolders(checkout);
        Compiler compiler = new Compiler(checkout, build.suiteClassPath())) {
      List<Path> roots =
          Stream.of(exercise.solutionRoot(), exercise.solutionTestRoot())
              .map(checkout::path)
              .filter(Files::isDirectory)
              .toList();
      Path file = file(exercise, roots, program);
      Path classes = folders.fresh("demo");
      Compiler.Unit unit = new Compiler.Unit(file, checkout.text(checkout.relative(file)));
      List<CompileError> errors = compiler.compile(List.of(unit), roots, List.of(), classes);
      if (!errors.isEmpty()) {
        throw new WorkshopException(
            "The solution does not compile: %s:%d: %s."
                .formatted(
                    errors.getFirst().file(),
                    errors.getFirst().line(),
                    errors.getFirst().message()),
            "\"git status\" shows what was changed in the folder solutions.");
      }
      Files.createDirectories(folder);
      return start(build, classes, exercise.packageName() + "." + program, folder).waitFor();
    }
  }

  /** Finds the program. One that needs the testkit's server is among the solution's tests. */
  private static Path file(Exercise exercise, List<Path> roots, String program) {
    String inRoot = exercise.packageName().replace('.', '/') + "/" + program + ".java";
    return roots.stream()
        .map(root -> root.resolve(inRoot))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() ->
            new WorkshopException(
                "The solutions of " + exercise.module() + " have no program " + program + ".",
                "\"git status\" shows what is missing."));
  }

  private static Process start(BuildOutput build, Path classes, String main, Path folder)
      throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(classes));
    classPath.addAll(build.suiteClassPath());
    return JavaProcess.builder(
            List.of(
                build.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                BuildOutput.classPath(classPath),
                main))
        .directory(folder.toFile())
        .inheritIO()
        .start();
  }
}
