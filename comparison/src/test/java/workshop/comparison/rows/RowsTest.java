package workshop.comparison.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Question;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Verdict.Judgment;
import workshop.comparison.run.Notes;
import workshop.comparison.run.WorkFolder;

/** All four questions, measured in earnest but briefly. */
class RowsTest {

  static List<Question> questions() {
    return List.of(new StaticFiles(), new ConfigTool(), new HugeFile(), new HundredDownloads());
  }

  @AfterEach
  void nothing_is_left() throws IOException {
    assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info)).isEmpty();
    try (Stream<Path> left = Files.list(WorkFolder.parent())) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void a_question_is_measured_and_answered(Question question) throws Exception {
    Notes notes = new Notes(_ -> {});

    question.measure(Effort.TRY, notes);

    Answer answer = notes.answer(question, Duration.ZERO, true);
    assertThat(answer.figures()).isNotEmpty();
    assertThat(answer.figures()).allSatisfy(each -> assertThat(each.lines()).hasSizeGreaterThan(3));
    assertThat(answer.figures())
        .as("the baseline is the same everywhere")
        .extracting(each -> each.lines().getFirst().contender().name())
        .containsOnly(answer.figures().getFirst().lines().getFirst().contender().name());
    assertThat(answer.verdicts())
        .hasSize(1)
        .noneMatch(each -> each.judgment() == Judgment.NOT_MEASURED);
    assertThat(answer.notes()).isNotEmpty().noneMatch(note -> note.matches(".*%[ds].*"));
    assertThat(answer.verdicts().getFirst().rule()).doesNotContain("%s").endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void without_figures_nothing_is_claimed(Question question) {
    assertThat(question.verdicts(List.of()))
        .allMatch(each -> each.judgment() == Judgment.NOT_MEASURED);
    assertThat(question.goals(List.of())).noneMatch(each -> each.measured());
  }

  @ParameterizedTest
  @CsvSource({
    "0, cached files",
    "0, 'slow disk, '",
    "1, CompletableFuture and pool",
    "2, parallel",
    "3, virtual threads"
  })
  void an_interrupted_question_takes_everything_with_it(int index, String when) {
    Notes notes =
        new Notes(what -> {
          if (what.startsWith(when)) {
            Thread.currentThread().interrupt();
          }
        });

    try {
      assertThatThrownBy(() -> questions().get(index).measure(Effort.TRY, notes))
          .isInstanceOf(InterruptedException.class);
    } finally {
      Thread.interrupted(); // else it would meet the next test
    }
  }
}
