package workshop.comparison.manyfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Results.Measurement;
import workshop.comparison.result.Topic;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WorkFolder;

class ManyFilesTest {

  private final ManyFiles question = new ManyFiles();

  @Test
  void a_trial_run_measures_every_technique_in_every_figure() throws Exception {
    Recorder recorder = new Recorder(_ -> {});

    question.measure(Effort.TRY, recorder);

    Measurement measured = recorder.measured(Topic.MANY_FILES, Duration.ZERO, true);
    assertThat(measured.figures())
        .extracting(Figure::measure)
        .contains(
            Measure.MANY_CACHED,
            Measure.MANY_DURABLE,
            Measure.MANY_SLOWED,
            Measure.SCALING_CACHED,
            Measure.LATENCY_DURABLE);
    assertThat(measured.figures())
        .filteredOn(figure -> figure.measure() != Measure.MANY_PROCESSOR)
        .allSatisfy(figure ->
            assertThat(figure.lines())
                .as(figure.title())
                .extracting(Figure.Line::contender)
                .containsAll(RunningContenders.TECHNIQUES));
  }

  @Test
  void an_interrupt_ends_the_benchmark_and_leaves_no_process() throws Exception {
    CountDownLatch warming = new CountDownLatch(1);
    AtomicReference<Optional<Exception>> end = new AtomicReference<>(Optional.empty());
    Recorder recorder =
        new Recorder(what -> {
          if (what.startsWith("warm-up")) {
            warming.countDown();
          }
        });
    Thread measuring =
        Thread.ofPlatform()
            .start(() -> {
              try {
                question.measure(Effort.TRY, recorder);
              } catch (Exception e) {
                end.set(Optional.of(e));
              }
            });
    assertThat(warming.await(60, TimeUnit.SECONDS)).as("it warms up within a minute").isTrue();

    measuring.interrupt();
    measuring.join(60_000);

    assertThat(end.get()).containsInstanceOf(InterruptedException.class);
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(WorkFolder.parent().toFile().list()).isNullOrEmpty();
  }
}
