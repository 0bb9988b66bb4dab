package workshop.runner.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workshop.runner.checkout.Checkout;
import workshop.runner.core.Exercise;
import workshop.runner.core.Problem;
import workshop.runner.core.Trouble;

/** Runs the finished program of a module, in a JVM and a folder of its own. */
public final class Demo {

  private Demo() {}

  /**
   * Compiles and runs the program; its streams are ours.
   *
   * @param exercise one of the module's
   * @param program the class with the main method, without its package
   * @param folder where the program runs and leaves its files
   * @return the program's exit code
   */
  public static int run(
      Checkout checkout, Equipment equipment, Exercise exercise, String program, Path folder)
      throws IOException, InterruptedException {
    try (WorkFolders folders = new WorkFolders(checkout);
        Compiler compiler = new Compiler(checkout, equipment.suiteClassPath())) {
      List<Path> roots =
          Stream.of(exercise.solutionRoot(), exercise.solutionTestRoot())
              .map(checkout::path)
              .filter(Files::isDirectory)
              .toList();
      Path file = file(exercise, roots, program);
      Path classes = folders.fresh("demo");
      Compiler.Unit unit = new Compiler.Unit(file, checkout.text(checkout.relative(file)));
      List<Problem> problems = compiler.compile(List.of(unit), roots, List.of(), classes);
      if (!problems.isEmpty()) {
        Problem first = problems.getFirst();
        throw new Trouble(
            "The solution does not compile: "
                + first.file()
                + ":"
                + first.line()
                + ": "
                + first.message()
                + ".",
            "\"git status\" shows what was changed in the folder solutions.");
      }
      Files.createDirectories(folder);
      return start(equipment, classes, exercise.packageName() + "." + program, folder).waitFor();
    }
  }

  /** A program that needs the testkit, such as its server, stands among the solution's tests. */
  private static Path file(Exercise exercise, List<Path> roots, String program) {
    String inRoot = exercise.packageName().replace('.', '/') + "/" + program + ".java";
    return roots.stream()
        .map(root -> root.resolve(inRoot))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() ->
            new Trouble(
                "The solutions of " + exercise.module() + " have no program " + program + ".",
                "\"git status\" shows what is missing."));
  }

  private static Process start(Equipment equipment, Path classes, String main, Path folder)
      throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(classes));
    classPath.addAll(equipment.suiteClassPath());
    return new ProcessBuilder(
            equipment.java().toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            main)
        .directory(folder.toFile())
        .inheritIO()
        .start();
  }
}
