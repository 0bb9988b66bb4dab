package workshop.comparison.result;

import org.jspecify.annotations.Nullable;

/**
 * Wrong usage, or an unusable file or run. The message says in one sentence what is wrong and what
 * to do. It ends the command with exit code 2, without a stack trace.
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
