package workshop.comparison.single;

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
import workshop.comparison.files.OneInFlight;
import workshop.comparison.question.Effort;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Verdict.Judgment;
import workshop.comparison.run.Notes;
import workshop.comparison.run.WorkFolder;
import workshop.testkit.thread.Await;

class OneOperationTest {

  private static final Plan LONG =
      new Plan(1, true, Duration.ofSeconds(60), 1, Duration.ofSeconds(60));

  @TempDir private Path folder;

  private final OneOperation question = new OneOperation();

  @AfterEach
  void nothing_is_left() {
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(WorkFolder.parent().toFile().list()).isNullOrEmpty();
  }

  @Test
  void a_try_has_every_technique_measured_and_prints_nothing() throws Exception {
    List<String> doing = new ArrayList<>();
    Notes notes = new Notes(doing::add);

    String printed = printedBy(() -> question.measure(Effort.TRY, notes));

    assertThat(printed).isEmpty();
    Answer answer = notes.answer(question, Duration.ZERO, true);
    Figure figure = answer.figures().getFirst();
    assertThat(figure.lines())
        .extracting(line -> line.contender())
        .containsExactlyElementsOf(OneInFlight.techniques().values());
    assertThat(figure.lines())
        .flatExtracting(line -> line.points().getFirst().sample().runs())
        .hasSize(figure.lines().size())
        .allMatch(
            micros -> micros > 1 && micros < 1e6, "in microseconds, and none is without work");
    assertThat(doing).hasSize(figure.lines().size()).contains("round 1 of 1: virtual threads");
    assertThat(answer.verdicts())
        .as("one run each decides nothing")
        .extracting(verdict -> verdict.judgment())
        .containsExactly(Judgment.TOO_CLOSE);
    assertThat(answer.notes()).anyMatch(note -> note.contains("numbers mean nothing"));
  }

  @Test
  void a_turn_in_a_jvm_of_its_own_has_a_run_for_each_iteration() throws Exception {
    Plan plan = new Plan(1, true, Duration.ofMillis(10), 3, Duration.ofMillis(10));

    assertThat(new Jmh(plan, folder).turn("blocking")).hasSize(3);
  }

  @Test
  void a_benchmark_that_fails_is_quoted() {
    Plan plan = new Plan(1, false, Duration.ofMillis(10), 1, Duration.ofMillis(10));

    assertThatThrownBy(() -> new Jmh(plan, folder).turn("carrier pigeons"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("could not measure carrier pigeons")
        .hasMessageContaining("no technique carrier pigeons");
  }

  @Test
  void an_interrupt_ends_the_jvm_that_measures() {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Thread measuring = Thread.ofPlatform().start(() -> measure(LONG, new Notes(_ -> {}), ended));
    Await.until("a JVM that measures", () -> ProcessHandle.current().children().count() == 1);

    measuring.interrupt();

    assertThat(Await.failure("the measurement", ended)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void an_interrupt_before_the_jvm_is_started_ends_it_too() {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Notes notes = new Notes(_ -> Thread.currentThread().interrupt());
    Thread.ofPlatform().start(() -> measure(LONG, notes, ended));

    assertThat(Await.failure("the measurement", ended)).isInstanceOf(InterruptedException.class);
  }

  private static void measure(Plan plan, Notes notes, CompletableFuture<Void> ended) {
    try {
      OneOperation.measure(plan, notes);
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
