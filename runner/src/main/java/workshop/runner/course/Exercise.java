package workshop.runner.course;

import java.util.Set;

/**
 * One exercise: its page, and where its files are.
 *
 * <p>Paths are relative to the checkout and have {@code /} between their parts.
 *
 * @param module the module's folder, such as {@code 01-blocking-baseline}
 * @param packageName the package of the exercise's class and of its suite
 * @param suiteFiles the names of the suite's file and of the files next to it
 */
public record Exercise(
    ExerciseId id, String module, String packageName, Set<String> suiteFiles, Page page) {

  public Exercise {
    suiteFiles = Set.copyOf(suiteFiles);
  }

  public String title() {
    return page.title();
  }

  /** Returns the file that the learner edits. */
  public String file() {
    return sourceRoot() + "/" + inPackage(page.file());
  }

  /** Returns the root of the sources that the learner's file belongs to. */
  public String sourceRoot() {
    return module + "/src/main/java";
  }

  /** Returns the pristine copy of {@link #file()}. */
  public String starter() {
    return module + "/starters/" + page.file();
  }

  public String suiteFile() {
    return suiteRoot() + "/" + inPackage(page.suite() + ".java");
  }

  public String suiteRoot() {
    return module + "/src/test/java";
  }

  /** Returns the suite's class by the name that a class loader knows it by. */
  public String suiteClass() {
    return packageName + "." + page.suite();
  }

  public String solution() {
    return solutionRoot() + "/" + inPackage(page.file());
  }

  public String solutionRoot() {
    return "solutions/" + module + "/src/main/java";
  }

  /** Returns the root of the solution's tests: other answers, and programs. */
  public String solutionTestRoot() {
    return "solutions/" + module + "/src/test/java";
  }

  /** Returns the page that declares this exercise. */
  public String pageFile() {
    return module + "/exercises/" + id + ".md";
  }

  private String inPackage(String file) {
    return packageName.replace('.', '/') + "/" + file;
  }
}
