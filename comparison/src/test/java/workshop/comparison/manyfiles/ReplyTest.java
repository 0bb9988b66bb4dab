package workshop.comparison.manyfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyTest {

  private static Reply of(long operations) {
    return new Reply(operations, 1, Map.of("50", 1.0, "90", 2.0, "99", 3.0, "99.9", 4.0));
  }

  @Test
  void a_percentile_needs_ten_operations_beyond_it() {
    assertThat(of(10_000).known()).containsOnlyKeys("50", "90", "99", "99.9");
    assertThat(of(9_999).known()).containsOnlyKeys("50", "90", "99");
    assertThat(of(1000).known()).containsOnlyKeys("50", "90", "99");
    assertThat(of(999).known()).containsOnlyKeys("50", "90");
    assertThat(of(10).known()).isEmpty();
  }
}
