package workshop.comparison.onefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.comparison.manyfiles.OneInFlight;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Topic;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WorkFolder;
import workshop.testkit.thread.Await;

class OneFileTest {

  private static final OneFile.Plan LONG =
      new OneFile.Plan(1, true, Duration.ofSeconds(60), 1, Duration.ofSeconds(60));

  @TempDir private Path folder;

  private final OneFile question = new OneFile();

  @AfterEach
  void no_process_and_no_file_is_left_behind() {
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(WorkFolder.parent().toFile().list()).isNullOrEmpty();
  }

  @Test
  void a_trial_run_measures_every_technique_and_prints_nothing() throws Exception {
    List<String> doing = new ArrayList<>();
    Recorder recorder = new Recorder(doing::add);

    String printed = printedBy(() -> question.measure(Effort.TRY, recorder));

    assertThat(printed).isEmpty();
    Figure figure = recorder.measured(Topic.ONE_FILE, Duration.ZERO, true).figures().getFirst();
    assertThat(figure.lines())
        .extracting(Figure.Line::contender)
        .containsExactlyElementsOf(OneInFlight.TECHNIQUES);
    assertThat(doing).hasSize(figure.lines().size()).contains("JVM 1 of 1: virtual threads");
  }

  @Test
  void a_turn_in_its_own_jvm_has_one_run_for_each_iteration() throws Exception {
    OneFile.Plan plan = new OneFile.Plan(1, true, Duration.ofMillis(10), 3, Duration.ofMillis(10));

    assertThat(new Jmh(plan, folder).turn("IN_TURN")).hasSize(3);
  }

  @Test
  void a_benchmark_that_fails_is_quoted() {
    OneFile.Plan plan = new OneFile.Plan(1, false, Duration.ofMillis(10), 1, Duration.ofMillis(10));

    assertThatThrownBy(() -> new Jmh(plan, folder).turn("carrier pigeons"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("could not measure carrier pigeons")
        .hasMessageContaining("carrier pigeons");
  }

  @Test
  void an_interrupt_ends_the_jvm_that_measures() {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Thread measuring = Thread.ofPlatform().start(() -> measure(LONG, new Recorder(_ -> {}), ended));
    Await.until("a JVM that measures", () -> ProcessHandle.current().children().count() == 1);

    measuring.interrupt();

    assertThat(Await.failure("the measurement", ended)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void an_interrupt_before_the_jvm_starts_ends_the_measurement_too() {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Recorder recorder = new Recorder(_ -> Thread.currentThread().interrupt());
    Thread.ofPlatform().start(() -> measure(LONG, recorder, ended));

    assertThat(Await.failure("the measurement", ended)).isInstanceOf(InterruptedException.class);
  }

  private static void measure(OneFile.Plan plan, Recorder recorder, CompletableFuture<Void> ended) {
    try {
      OneFile.measure(plan, recorder);
      ended.complete(null);
    } catch (Exception e) {
      ended.completeExceptionally(e);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static String printedBy(Work work) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream both = new PrintStream(printed, true, UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      work.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return printed.toString(UTF_8);
  }
}
