package workshop.runner.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import workshop.runner.course.Checkout;
import workshop.runner.course.WorkshopException;

/**
 * The compiler, in this process, with its files kept open between runs. Compiles one thing at a
 * time; safe for use by several threads.
 */
final class Compiler implements AutoCloseable {

  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:class", "-nowarn", "-g", "-parameters", "-Xmaxerrs", "20");

  /**
   * The packages in the names of classes. Messages leave them out, because learners know them from
   * the imports.
   */
  private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

  /** A file to compile, with the text to use, even if the file on disk has changed since. */
  record Unit(Path file, String text) {}

  private final Checkout checkout;
  private final JavaCompiler javac;
  private final StandardJavaFileManager files;
  private final List<Path> classPath;

  /** The folders in which the compiler looks for classes now. */
  private List<Path> searched = List.of();

  Compiler(Checkout checkout, List<Path> classPath) throws IOException {
    this.checkout = checkout;
    this.javac =
        Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
            .orElseThrow(() ->
                new WorkshopException(
                    "This Java has no compiler: " + System.getProperty("java.home") + ".",
                    "Install JDK 25, not only a runtime, and set JAVA_HOME to it."));
    this.files = javac.getStandardFileManager(null, Locale.ROOT, UTF_8);
    this.classPath = List.copyOf(classPath);
  }

  /**
   * Compiles {@code units}, and those sources under {@code roots} that they need.
   *
   * @param classes folders with classes that are already compiled
   * @param out an empty folder for the classes
   * @return the errors, in the compiler's order; empty if there are none
   */
  synchronized List<CompileError> compile(
      List<Unit> units, List<Path> roots, List<Path> classes, Path out) throws IOException {
    search(classes);
    files.setLocationFromPaths(StandardLocation.SOURCE_PATH, roots);
    files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<JavaFileObject> sources = new ArrayList<>();
    units.forEach(unit -> sources.add(new TextSource(unit)));
    StringWriter said = new StringWriter();
    boolean done = javac.getTask(said, files, found, OPTIONS, null, sources).call();
    List<CompileError> errors =
        found.getDiagnostics().stream()
            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .map(this::error)
            .distinct()
            .toList();
    return done || !errors.isEmpty() ? errors : List.of(crash(units.getFirst(), said.toString()));
  }

  /** The compiler reports a crash of its own as text, and asks the user to file a bug. */
  private CompileError crash(Unit unit, String said) {
    String message =
        said.contains("StackOverflowError")
            ? "The compiler ran out of stack space: an expression in this file is too long, or it is"
                + " nested too deeply. Split it into several statements."
            : "The compiler crashed. " + said.lines().limit(3).collect(Collectors.joining(" "));
    return new CompileError(checkout.relative(unit.file()), 0, 0, "", message);
  }

  /**
   * Sets the class path only if it differs from the last one, because each change makes the
   * compiler open all archives again.
   */
  private void search(List<Path> classes) throws IOException {
    List<Path> all = new ArrayList<>(classes);
    all.addAll(classPath);
    if (!all.equals(searched)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, all);
      searched = all;
    }
  }

  private CompileError error(Diagnostic<? extends JavaFileObject> diagnostic) {
    String message = PACKAGES.matcher(diagnostic.getMessage(Locale.ROOT)).replaceAll("");
    JavaFileObject source = diagnostic.getSource();
    if (source == null) {
      return new CompileError("", 0, 0, "", message);
    }
    String text = text(source);
    int position = Math.clamp(diagnostic.getPosition(), 0, text.length());
    // Not the compiler's own column, which counts a tab as several columns.
    int start = text.lastIndexOf('\n', position - 1) + 1;
    return new CompileError(
        checkout.relative(Path.of(source.toUri())),
        diagnostic.getLineNumber(),
        position - start + 1,
        text.substring(start).lines().findFirst().orElse(""),
        message);
  }

  private static String text(JavaFileObject source) {
    try {
      return source.getCharContent(true).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  private static final class TextSource extends SimpleJavaFileObject {

    private final String text;

    TextSource(Unit unit) {
      super(unit.file().toUri(), Kind.SOURCE);
      this.text = unit.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
