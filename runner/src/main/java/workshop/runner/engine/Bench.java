package workshop.runner.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import workshop.runner.checkout.Checkout;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Misfit;
import workshop.runner.core.Problem;
import workshop.runner.port.Tests.Subject;

/** Compiles an exercise with its suite, and nothing that they do not need. */
final class Bench implements AutoCloseable {

  /**
   * What compiling led to.
   *
   * @param classes the folder with the classes
   * @param sources the learner's files that went in, or are complained about
   * @param problems what is wrong, the learner's own file first; nothing if all is well
   */
  record Compiled(Path classes, Set<String> sources, List<Problem> problems) {}

  private final Checkout checkout;
  private final Compiler compiler;
  private final WorkFolders folders;
  private final Map<ExerciseId, Compiled> solutions = new ConcurrentHashMap<>();

  Bench(Checkout checkout, Equipment equipment, WorkFolders folders) throws IOException {
    this.checkout = checkout;
    this.compiler = new Compiler(checkout, equipment.suiteClassPath());
    this.folders = folders;
  }

  Compiled compile(Exercise exercise, Subject subject) throws IOException {
    String file = fileOf(exercise, subject);
    Path classes = folders.fresh(exercise.id().toString());
    List<Problem> problems =
        compiler.compile(
            List.of(
                new Compiler.Unit(checkout.path(file), textOf(subject, file)),
                unit(exercise.suiteFile())),
            List.of(rootOf(exercise, subject), checkout.path(exercise.suiteRoot())),
            classes);
    Set<String> sources = sources(exercise, classes, problems);
    if (!problems.isEmpty() && subject instanceof Subject.Draft(String text)) {
      problems = explained(exercise, text, problems);
    }
    return new Compiled(classes, sources, sorted(problems, file));
  }

  private static List<Problem> explained(Exercise exercise, String text, List<Problem> problems) {
    List<Problem> all = new ArrayList<>();
    Misfit.of(exercise, text).ifPresent(all::add);
    all.addAll(problems);
    return all;
  }

  /** The compiler pulls in what a file needs; which files that were is seen from the classes. */
  private static Set<String> sources(Exercise exercise, Path classes, List<Problem> problems)
      throws IOException {
    Set<String> sources = new TreeSet<>();
    problems.forEach(problem -> sources.add(problem.file()));
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .map(name -> exercise.sourceRoot() + "/" + name.replace(".class", ".java"))
          .forEach(sources::add);
    }
    return sources;
  }

  /** Returns the solution, compiled at the first call. */
  Compiled compiledSolution(Exercise exercise) throws IOException {
    Compiled known = solutions.get(exercise.id());
    if (known == null) {
      known = compile(exercise, new Subject.Solution());
      solutions.put(exercise.id(), known);
    }
    return known;
  }

  private static String fileOf(Exercise exercise, Subject subject) {
    return switch (subject) {
      case Subject.Draft draft -> exercise.file();
      case Subject.Solution solution -> exercise.solution();
    };
  }

  private String textOf(Subject subject, String file) throws IOException {
    return switch (subject) {
      case Subject.Draft(String text) -> text;
      case Subject.Solution solution -> checkout.text(file);
    };
  }

  private Path rootOf(Exercise exercise, Subject subject) {
    return checkout.path(
        switch (subject) {
          case Subject.Draft draft -> exercise.sourceRoot();
          case Subject.Solution solution -> exercise.solutionRoot();
        });
  }

  private Compiler.Unit unit(String file) throws IOException {
    return new Compiler.Unit(checkout.path(file), checkout.text(file));
  }

  /** An error of the learner's often brings others with it, in the suite; his own comes first. */
  private static List<Problem> sorted(List<Problem> problems, String file) {
    return problems.stream()
        .sorted(Comparator.comparing((Problem p) -> !p.file().equals(file)))
        .toList();
  }

  @Override
  public void close() throws IOException {
    compiler.close();
  }
}
