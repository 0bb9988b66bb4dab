package workshop.runner.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The folder that the workshop was cloned into. Paths given as text are relative to it and have
 * {@code /} between their parts.
 */
public final class Checkout {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Path root;

  public Checkout(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  public Path path(String relative) {
    return root.resolve(relative);
  }

  /** Returns the folder for the command's own files. */
  public Path own() {
    return root.resolve(".workshop");
  }

  /** Returns {@code path} for display and storage: relative to the checkout if it is inside. */
  public String relative(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    String shown =
        absolute.startsWith(root) ? root.relativize(absolute).toString() : path.toString();
    return shown.replace('\\', '/');
  }

  /**
   * Returns the text of a file. Bytes that are not UTF-8 become U+FFFD, so that a file in another
   * encoding is still shown and judged. A byte order mark, which the compiler rejects, is dropped.
   */
  public String text(String relative) throws IOException {
    String text = new String(bytes(path(relative)), UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** Returns the content of a file; an error names the file. */
  static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw named(file, e);
    }
  }

  /**
   * Adds the file's name to an error, because the system names the file only if it cannot be
   * opened.
   */
  public static IOException named(Path file, IOException e) {
    if (e instanceof FileSystemException) {
      return e;
    }
    FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
    named.initCause(e);
    return named;
  }

  /** Returns the learner's file as it is now. */
  public Draft draft(Exercise exercise) throws IOException {
    String starter = text(exercise.starter());
    try {
      return Draft.of(text(exercise.file()), starter);
    } catch (NoSuchFileException missing) {
      return Draft.missing(starter);
    }
  }
}
