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
import org.jspecify.annotations.Nullable;
import workshop.runner.checkout.Checkout;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Misfit;
import workshop.runner.core.Problem;
import workshop.runner.port.Tests.Subject;

/**
 * Compiles an exercise with its suite, and nothing that they do not need. The suite is not compiled
 * again for an answer that looks the same from outside as the one before.
 */
final class Bench implements AutoCloseable {

  /**
   * What compiling led to.
   *
   * @param folder what is to be removed when the classes are not needed any more
   * @param classes folders with the classes, the answer's first; nothing if something is wrong
   * @param sources the learner's files that went in, or are complained about
   * @param problems what is wrong, the learner's own file first; nothing if all is well
   */
  record Compiled(Path folder, List<Path> classes, Set<String> sources, List<Problem> problems) {}

  private final Checkout checkout;
  private final Compiler compiler;
  private final WorkFolders folders;
  private final Map<ExerciseId, Compiled> solutions = new ConcurrentHashMap<>();

  /** Used by whoever compiles one draft after the other, on one thread. */
  private @Nullable KeptSuite kept;

  Bench(Checkout checkout, Equipment equipment, WorkFolders folders) throws IOException {
    this.checkout = checkout;
    this.compiler = new Compiler(checkout, equipment.suiteClassPath());
    this.folders = folders;
  }

  Compiled compile(Exercise exercise, Subject subject) throws IOException {
    Path folder = folders.fresh(exercise.id().toString());
    Path answer = Files.createDirectory(folder.resolve("answer"));
    List<Problem> problems = compileAnswer(exercise, subject, answer);
    return problems.isEmpty()
        ? withSuite(exercise, subject, folder, answer)
        : uncompiled(exercise, subject, folder, problems);
  }

  /**
   * Returns the same for one draft after the other, of which only the newest is needed: with the
   * suite of the one before, as long as that fits. One call at a time.
   */
  Compiled compileNext(Exercise exercise, Subject.Draft draft) throws IOException {
    KeptSuite.Sources others = others(exercise);
    Path folder = folders.fresh(exercise.id().toString());
    Path answer = Files.createDirectory(folder.resolve("answer"));
    List<Problem> problems = compileAnswer(exercise, draft, answer);
    if (!problems.isEmpty()) {
      return uncompiled(exercise, draft, folder, problems);
    }
    KeptSuite before = kept;
    if (before != null && before.fits(exercise.id(), others, answer)) {
      return compiled(exercise, folder, List.of(answer, before.classes()));
    }
    Compiled compiled = withSuite(exercise, draft, folder, answer);
    if (compiled.problems().isEmpty()) {
      kept = new KeptSuite(exercise.id(), others, compiled);
      if (before != null) {
        WorkFolders.delete(before.folder());
      }
    }
    return compiled;
  }

  /** Returns whether the classes are still needed for what is compiled next. */
  boolean keeps(Compiled compiled) {
    return kept != null && kept.folder().equals(compiled.folder());
  }

  private List<Problem> compileAnswer(Exercise exercise, Subject subject, Path out)
      throws IOException {
    String file = fileOf(exercise, subject);
    Compiler.Unit unit = new Compiler.Unit(checkout.path(file), textOf(subject, file));
    return compiler.compile(List.of(unit), List.of(rootOf(exercise, subject)), List.of(), out);
  }

  private Compiled withSuite(Exercise exercise, Subject subject, Path folder, Path answer)
      throws IOException {
    Path suite = Files.createDirectory(folder.resolve("suite"));
    List<Problem> problems =
        compiler.compile(
            List.of(unit(exercise.suiteFile())),
            List.of(rootOf(exercise, subject), checkout.path(exercise.suiteRoot())),
            List.of(answer),
            suite);
    return problems.isEmpty()
        ? compiled(exercise, folder, List.of(answer, suite))
        : uncompiled(exercise, subject, folder, problems);
  }

  private static Compiled compiled(Exercise exercise, Path folder, List<Path> classes)
      throws IOException {
    return new Compiled(folder, classes, sources(exercise, classes), List.of());
  }

  private static Compiled uncompiled(
      Exercise exercise, Subject subject, Path folder, List<Problem> problems) throws IOException {
    Set<String> sources = sources(exercise, List.of(folder.resolve("answer")));
    problems.forEach(problem -> sources.add(problem.file()));
    List<Problem> told =
        subject instanceof Subject.Draft(String text)
            ? explained(exercise, text, problems)
            : problems;
    return new Compiled(folder, List.of(), sources, sorted(told, fileOf(exercise, subject)));
  }

  /** Returns what a suite and an answer may use, without the answer's own file. */
  private KeptSuite.Sources others(Exercise exercise) throws IOException {
    List<Path> roots =
        List.of(checkout.path(exercise.sourceRoot()), checkout.path(exercise.suiteRoot()));
    return KeptSuite.Sources.under(roots, checkout.path(exercise.file()));
  }

  private static List<Problem> explained(Exercise exercise, String text, List<Problem> problems) {
    List<Problem> all = new ArrayList<>();
    Misfit.of(exercise, text).ifPresent(all::add);
    all.addAll(problems);
    return all;
  }

  /** The compiler pulls in what a file needs; which files that were is seen from the classes. */
  private static Set<String> sources(Exercise exercise, List<Path> classes) throws IOException {
    Set<String> sources = new TreeSet<>();
    for (Path folder : classes) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
            .filter(name -> name.endsWith(".class") && !name.contains("$"))
            .map(name -> exercise.sourceRoot() + "/" + name.replace(".class", ".java"))
            .forEach(sources::add);
      }
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
