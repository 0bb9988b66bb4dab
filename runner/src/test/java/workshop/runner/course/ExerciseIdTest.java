package workshop.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExerciseIdTest {

  @Test
  void an_id_is_understood_with_and_without_leading_zeros() {
    assertThat(ExerciseId.parse("02-3")).contains(new ExerciseId(2, 3));
    assertThat(ExerciseId.parse(" 2-3 ")).contains(new ExerciseId(2, 3));
    assertThat(ExerciseId.parse("02-10").map(ExerciseId::toString)).contains("02-10");
  }

  @Test
  void text_that_is_not_an_id_is_rejected() {
    assertThat(Stream.of("", "02", "02-", "-3", "2.3", "a-b", "002-3", "02-3x"))
        .allSatisfy(text -> assertThat(ExerciseId.parse(text)).isEmpty());
  }

  @Test
  void ids_are_ordered_numerically() {
    assertThat(
            Stream.of("02-1", "01-10", "01-9").map(t -> ExerciseId.parse(t).orElseThrow()).sorted())
        .extracting(ExerciseId::toString)
        .containsExactly("01-9", "01-10", "02-1");
  }
}
