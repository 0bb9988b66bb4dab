package workshop.comparison.result;

import org.jspecify.annotations.Nullable;

/**
 * Wrong usage, or a file or a run that cannot be used: its message says in a sentence what is wrong
 * and what to do. Ends the command with exit code 2, without a stack trace.
 */
public final class ComparisonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ComparisonException(String message) {
    this(message, null);
  }

  public ComparisonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
