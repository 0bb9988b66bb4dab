package workshop.comparison;

import static java.util.Objects.requireNonNull;
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
import org.junit.jupiter.params.provider.EnumSource;
import workshop.comparison.answer.Question;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Results;
import workshop.comparison.result.Results.Measurement;
import workshop.comparison.result.Topic;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WorkFolder;

/** The four rows of the guide, really measured but only briefly. */
class RowsTest {

  @AfterEach
  void no_process_and_no_file_is_left_behind() throws IOException {
    assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info)).isEmpty();
    try (Stream<Path> left = Files.list(WorkFolder.parent())) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FILE_SERVER", "CONFIG_TOOL", "HUGE_FILE", "DOWNLOADS"})
  void a_topic_is_measured_and_answered(Topic topic) throws Exception {
    Recorder recorder = new Recorder(_ -> {});

    measure(topic, recorder);

    Measurement measured = recorder.measured(topic, Duration.ZERO, true);
    assertThat(measured.figures()).isNotEmpty();
    assertThat(measured.figures())
        .allSatisfy(each -> assertThat(each.lines()).hasSizeGreaterThan(3));
    Machine machine = new Machine("os", "cpu", 2, 0, "jdk", "fs", Map.of());
    Results results =
        new Results("", Effort.TRY, Instant.EPOCH, Duration.ZERO, true, machine, List.of(measured));
    assertThat(Question.ASYNCHRONOUS.findings(topic, results)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FILE_SERVER, cached files",
    "FILE_SERVER, slow disk",
    "CONFIG_TOOL, CompletableFuture",
    "HUGE_FILE, a thread per core",
    "DOWNLOADS, virtual threads"
  })
  void an_interrupted_measurement_leaves_nothing_behind(Topic topic, String when) {
    Recorder recorder =
        new Recorder(what -> {
          if (what.startsWith(when)) {
            Thread.currentThread().interrupt();
          }
        });

    try {
      assertThatThrownBy(() -> measure(topic, recorder)).isInstanceOf(InterruptedException.class);
    } finally {
      Thread.interrupted(); // otherwise the flag would affect the next test
    }
  }

  private static void measure(Topic topic, Recorder recorder) throws Exception {
    requireNonNull(Compare.BENCHMARKS.get(topic)).measure(Effort.TRY, recorder);
  }
}
