package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The glossary is in alphabetical order and has the terms that the pages use. */
class GlossaryTest {

  private static final Pattern TERM = Pattern.compile("(?m)^\\*\\*([^*]+)\\.\\*\\*");

  @Test
  void the_terms_are_in_alphabetical_order() throws IOException {
    assertThat(terms()).hasSizeGreaterThan(50).isSorted();
  }

  @Test
  void the_terms_of_the_field_are_explained() throws IOException {
    assertThat(String.join(", ", terms()))
        .contains("short read", "partial write", "end of file", "in flight", "completion handler")
        .contains("executor", "worker pool", "event loop", "offload", "back-pressure", "queue")
        .contains("high and low water mark", "cancellation", "deadline", "timeout", "leak")
        .contains("fault", "durable", "fsync", "rejected", "quiescence", "page cache");
  }

  private static List<String> terms() throws IOException {
    return House.all(TERM, House.read(Path.of("docs/glossary.md"))).stream()
        .map(term -> term.toLowerCase(Locale.ROOT))
        .toList();
  }
}
