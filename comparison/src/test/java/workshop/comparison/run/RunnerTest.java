package workshop.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Remark;
import workshop.comparison.result.Results;
import workshop.comparison.result.Results.Measurement;
import workshop.comparison.result.Topic;

class RunnerTest {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final StopRequest stop = new StopRequest(Thread.currentThread());

  private Results run(Benchmark oneFile, Benchmark hugeFile) {
    Machine machine = new Machine("os", "cpu", 2, 0, "jdk", "fs", Map.of());
    Progress progress = new Progress(new PrintStream(screen, true), false);
    return new Runner(Effort.TRY, progress, stop, () -> machine, false)
        .run("compare", new EnumMap<>(Map.of(Topic.ONE_FILE, oneFile, Topic.HUGE_FILE, hugeFile)));
  }

  @Test
  void all_questions_are_measured_in_order() {
    Results results = run(new FakeBenchmark(() -> {}), new FakeBenchmark(() -> {}));

    assertThat(results.complete()).isTrue();
    assertThat(results.measurements())
        .extracting(Measurement::topic)
        .containsExactly(Topic.ONE_FILE, Topic.HUGE_FILE);
    assertThat(results.measurements())
        .allMatch(each -> each.complete() && each.remarks().isEmpty());
    assertThat(screen.toString()).contains("[1/2] one-file").contains("[2/2] huge-file");
  }

  @Test
  void an_interrupted_question_keeps_its_figures_and_the_next_one_is_not_started() {
    FakeBenchmark waits =
        new FakeBenchmark(() -> {
          stop.make();
          Thread.sleep(60_000);
        });

    Results results = run(waits, new FakeBenchmark(() -> {}));

    assertThat(results.complete()).isFalse();
    Measurement only = results.measurements().getFirst();
    assertThat(results.measurements()).hasSize(1);
    assertThat(only.complete()).isFalse();
    assertThat(only.figures().getFirst().at(Contender.IN_TURN, "here")).isPresent();
    assertThat(only.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.INTERRUPTED);
  }

  @Test
  void a_program_that_died_of_the_same_interrupt_is_not_blamed() {
    FakeBenchmark dies =
        new FakeBenchmark(() -> {
          stop.make();
          throw new IOException("nginx has ended");
        });

    Results results = run(dies, new FakeBenchmark(() -> {}));

    assertThat(results.measurements().getFirst().remarks())
        .extracting(Remark::kind)
        .containsExactly(Remark.Kind.INTERRUPTED);
  }

  @Test
  void a_failed_question_keeps_its_figures_and_the_next_one_is_measured() {
    FakeBenchmark breaks =
        new FakeBenchmark(() -> {
          throw new IOException("no space", new IOException("the disk is full"));
        });

    Results results = run(breaks, new FakeBenchmark(() -> {}));

    assertThat(results.complete()).isFalse();
    assertThat(results.measurements())
        .extracting(Measurement::complete)
        .containsExactly(false, true);
    assertThat(results.measurements().getFirst().figures()).hasSize(1);
    assertThat(results.measurements().getFirst().remarks().getFirst().toString())
        .contains("failed")
        .contains("no space")
        .contains("the disk is full");
  }

  @Test
  void only_a_busy_machine_is_noted_as_a_remark() {
    Recorder recorder = new Recorder(_ -> {});

    MachineLoad.record(MachineLoad.BUSY - 0.01, recorder);
    MachineLoad.record(Double.NaN, recorder);
    assertThat(recorder.measured(Topic.ONE_FILE, Duration.ZERO, true).remarks()).isEmpty();

    MachineLoad.record(0.42, recorder);
    assertThat(recorder.measured(Topic.ONE_FILE, Duration.ZERO, true).remarks())
        .containsExactly(new Remark(Remark.Kind.BUSY, "", "42"));
  }

  @Test
  void the_load_of_this_machine_can_be_read() throws Exception {
    Recorder recorder = new Recorder(_ -> {});

    MachineLoad.look(recorder).end(recorder);

    assertThat(recorder.measured(Topic.ONE_FILE, Duration.ZERO, true).remarks())
        .extracting(Remark::kind)
        .allMatch(kind -> kind == Remark.Kind.BUSY);
  }
}
