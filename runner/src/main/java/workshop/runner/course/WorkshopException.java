package workshop.runner.course;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Wrong usage or a broken environment: one sentence that says what is wrong, and one that says what
 * to do. Ends the command with exit code 2, without a stack trace.
 */
public final class WorkshopException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  public WorkshopException(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  public WorkshopException(String what, String remedy, @Nullable Throwable cause) {
    super(what, cause);
    this.remedy = remedy;
  }

  /** Returns an exception that explains {@code thrown}. */
  public static WorkshopException of(@Nullable Throwable thrown) {
    return switch (thrown) {
      case WorkshopException explained -> explained;
      case IOException failure -> ofFile(failure);
      case null, default -> ofBug(thrown);
    };
  }

  private static WorkshopException ofFile(IOException failure) {
    String text = String.valueOf(failure.getMessage());
    String file = failure instanceof FileSystemException f ? " " + f.getFile() : "";
    if (failure instanceof AccessDeniedException) {
      return new WorkshopException(
          "You have no permission to read or write" + (file.isEmpty() ? " a file" : file) + ".",
          "Make the workshop's folder writable, or copy the workshop to a folder that is.",
          failure);
    }
    if (text.contains("Read-only file system")) {
      return new WorkshopException(
          "The workshop's folder is read-only" + folder(failure) + ".",
          "Copy the workshop to a disk that you can write to.",
          failure);
    }
    if (text.contains("No space left")
        || text.contains("quota")
        || text.contains("not enough space")) {
      return new WorkshopException(
          "The disk is full" + folder(failure) + ".",
          "Free some space, then run the command again.",
          failure);
    }
    if (failure instanceof NoSuchFileException) {
      return new WorkshopException(
          "There is no file" + file + ".",
          "\"git status\" shows what is missing; ./workshop reset ID restores a starter.",
          failure);
    }
    if (text.contains("Is a directory")) {
      return new WorkshopException(
          "There is a folder where a file should be" + (file.isEmpty() ? "." : ":" + file + "."),
          "Move the folder away; ./workshop reset ID restores a starter.",
          failure);
    }
    boolean plain =
        failure.getClass() == IOException.class || failure.getClass() == FileSystemException.class;
    String message = plain ? text : failure.toString();
    return new WorkshopException(
        "A file could not be read or written: " + message + ".",
        "./workshop doctor looks for the cause.",
        failure);
  }

  /** Returns the folder of the file, because the file itself may be a temporary one. */
  private static String folder(IOException failure) {
    @Nullable String file = failure instanceof FileSystemException f ? f.getFile() : null;
    @Nullable Path folder = file == null ? null : Path.of(file).getParent();
    return folder == null ? "" : ": " + folder;
  }

  private static WorkshopException ofBug(@Nullable Throwable bug) {
    StackTraceElement[] stack = bug == null ? new StackTraceElement[0] : bug.getStackTrace();
    String where = stack.length == 0 ? "" : " at " + stack[0];
    return new WorkshopException(
        "The workshop itself failed: " + bug + where + ".", "Please report this.", bug);
  }

  /** Returns both sentences. */
  public String sentences() {
    return what() + " " + remedy;
  }

  /** Returns what to do about it. */
  public String remedy() {
    return remedy;
  }

  /** Returns what is wrong. */
  public String what() {
    return String.valueOf(getMessage());
  }
}
