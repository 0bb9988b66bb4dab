package workshop.runner.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseId;
import workshop.runner.course.SourceFiles;
import workshop.runner.worker.Limits;
import workshop.runner.worker.WorkerRequest;

/**
 * Compiles an exercise and its suite, and only what they need. The suite is not compiled again if
 * the answer has the same API as the previous one.
 */
final class ExerciseCompiler implements AutoCloseable {

  /**
   * The classes of an exercise and its suite.
   *
   * @param folder to be deleted when the classes are no longer needed
   * @param classes folders with the classes, the answer's first; empty if there are errors
   * @param errors those in the answer's file first
   */
  record Compiled(Exercise exercise, Path folder, List<Path> classes, List<CompileError> errors) {

    /** Returns the request to run the suite, in a run with that id. */
    WorkerRequest request(WorkerRequest.Kind kind, long run, Limits limits) {
      return new WorkerRequest(
          kind,
          run,
          exercise.suiteClass(),
          exercise.suiteFiles(),
          classes.stream().map(Path::toString).toList(),
          limits);
    }
  }

  /** A compiled suite that the next answer may reuse. */
  private record CachedSuite(SuiteKey key, Compiled compiled) {}

  /**
   * Everything that the classes of a suite depend on. Compiling the suite again for an equal key
   * gives the same classes.
   *
   * @param answer the API of the answer's classes
   * @param others the other sources that the suite and the answer may use
   */
  private record SuiteKey(ExerciseId id, ClassApi answer, Map<Path, SourceFiles.Stamp> others) {}

  private final Checkout checkout;
  private final Compiler compiler;
  private final WorkFolders folders;
  private final Map<ExerciseId, Compiled> solutions = new ConcurrentHashMap<>();

  /** Used by {@link #compileNext} only. */
  private @Nullable CachedSuite cached;

  ExerciseCompiler(Checkout checkout, BuildOutput build, WorkFolders folders) throws IOException {
    this.checkout = checkout;
    this.compiler = new Compiler(checkout, build.suiteClassPath());
    this.folders = folders;
  }

  Compiled compile(Submission submission) throws IOException {
    Compiled answer = compileAnswer(submission);
    return answer.errors().isEmpty() ? withSuite(submission, answer) : answer;
  }

  /**
   * Compiles the next draft, after which earlier ones are no longer needed. It reuses the suite of
   * the previous draft if that fits. One call at a time.
   */
  Compiled compileNext(Submission submission) throws IOException {
    Exercise exercise = submission.exercise();
    // Computed first, so that a file that changes in the meantime makes the next key differ.
    var others =
        SourceFiles.look(
            List.of(checkout.path(exercise.sourceRoot()), checkout.path(exercise.suiteRoot())));
    others.remove(checkout.path(exercise.file()));
    Compiled answer = compileAnswer(submission);
    if (!answer.errors().isEmpty()) {
      return answer;
    }
    Path classes = answer.classes().getFirst();
    CachedSuite before = cached;
    SuiteKey key = new SuiteKey(exercise.id(), ClassApi.of(classes), others);
    if (before != null && before.key().equals(key)) {
      Path suite = before.compiled().classes().getLast();
      return new Compiled(exercise, answer.folder(), List.of(classes, suite), List.of());
    }
    Compiled compiled = withSuite(submission, answer);
    if (compiled.errors().isEmpty()) {
      cached = new CachedSuite(key, compiled);
      if (before != null) {
        WorkFolders.delete(before.compiled().folder());
      }
    }
    return compiled;
  }

  /** Returns whether the next draft may still need the classes. */
  boolean keeps(Compiled compiled) {
    return cached != null && cached.compiled().folder().equals(compiled.folder());
  }

  /** Returns the solution, compiled at the first call. */
  Compiled compiledSolution(Exercise exercise) throws IOException {
    Compiled known = solutions.get(exercise.id());
    if (known == null) {
      known = compile(Submission.ofSolution(checkout, exercise));
      solutions.put(exercise.id(), known);
    }
    return known;
  }

  private Compiled compileAnswer(Submission submission) throws IOException {
    Path folder = folders.fresh(submission.exercise().id().toString());
    Path out = Files.createDirectory(folder.resolve("answer"));
    Compiler.Unit unit = new Compiler.Unit(checkout.path(submission.file()), submission.text());
    List<CompileError> errors =
        compiler.compile(List.of(unit), List.of(rootOf(submission)), List.of(), out);
    return compiled(submission, folder, List.of(out), errors);
  }

  private Compiled withSuite(Submission submission, Compiled answer) throws IOException {
    Exercise exercise = submission.exercise();
    Path out = Files.createDirectory(answer.folder().resolve("suite"));
    String suite = exercise.suiteFile();
    List<CompileError> errors =
        compiler.compile(
            List.of(new Compiler.Unit(checkout.path(suite), checkout.text(suite))),
            List.of(rootOf(submission), checkout.path(exercise.suiteRoot())),
            answer.classes(),
            out);
    List<Path> classes = List.of(answer.classes().getFirst(), out);
    return compiled(submission, answer.folder(), classes, errors);
  }

  private static Compiled compiled(
      Submission submission, Path folder, List<Path> classes, List<CompileError> errors) {
    if (errors.isEmpty()) {
      return new Compiled(submission.exercise(), folder, classes, List.of());
    }
    List<CompileError> all = new ArrayList<>();
    if (submission.isDraft()) {
      FileMismatch.of(submission.exercise(), submission.text()).ifPresent(all::add);
    }
    all.addAll(errors);
    // An error in the answer often causes others in the suite.
    all.sort(Comparator.comparing((CompileError e) -> !e.file().equals(submission.file())));
    return new Compiled(submission.exercise(), folder, List.of(), List.copyOf(all));
  }

  private Path rootOf(Submission submission) {
    return checkout.path(submission.root());
  }

  @Override
  public void close() throws IOException {
    compiler.close();
  }
}
