package workshop.comparison.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds no results that this version can read; the message is one sentence that says
 * why.
 */
public final class UnreadableResults extends IOException {

  private static final long serialVersionUID = 1;

  UnreadableResults(String sentence) {
    super(sentence);
  }

  UnreadableResults(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
