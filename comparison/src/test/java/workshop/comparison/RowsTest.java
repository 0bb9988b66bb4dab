package workshop.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import workshop.comparison.answer.Answers;
import workshop.comparison.configtool.ConfigTool;
import workshop.comparison.downloads.HundredDownloads;
import workshop.comparison.fileserver.FileServers;
import workshop.comparison.hugefile.HugeFile;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Results;
import workshop.comparison.result.Results.Measurement;
import workshop.comparison.run.Question;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WorkFolder;

/** The four rows of the guide, measured in earnest but briefly. */
class RowsTest {

  static List<Question> questions() {
    return List.of(new FileServers(), new ConfigTool(), new HugeFile(), new HundredDownloads());
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
  void a_topic_is_measured_and_answered(Question question) throws Exception {
    Recorder recorder = new Recorder(_ -> {});

    question.measure(Effort.TRY, recorder);

    Measurement measured = recorder.measured(question.topic(), Duration.ZERO, true);
    assertThat(measured.figures()).isNotEmpty();
    assertThat(measured.figures())
        .allSatisfy(each -> assertThat(each.lines()).hasSizeGreaterThan(3));
    Machine machine = new Machine("os", "cpu", 2, 0, "jdk", "fs", Map.of());
    Results results =
        new Results("", Effort.TRY, Instant.EPOCH, Duration.ZERO, true, machine, List.of(measured));
    assertThat(Answers.ASYNCHRONOUS.findings(question.topic(), results)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, cached files",
    "0, slow disk",
    "1, CompletableFuture",
    "2, a thread per core",
    "3, virtual threads"
  })
  void an_interrupted_measurement_takes_everything_with_it(int index, String when) {
    Recorder recorder =
        new Recorder(what -> {
          if (what.startsWith(when)) {
            Thread.currentThread().interrupt();
          }
        });

    try {
      assertThatThrownBy(() -> questions().get(index).measure(Effort.TRY, recorder))
          .isInstanceOf(InterruptedException.class);
    } finally {
      Thread.interrupted(); // else it would meet the next test
    }
  }
}
