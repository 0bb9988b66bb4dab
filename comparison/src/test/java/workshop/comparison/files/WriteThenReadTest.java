package workshop.comparison.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workshop.comparison.question.Effort;
import workshop.comparison.result.Contender.Kind;
import workshop.comparison.result.Figure;
import workshop.comparison.run.Notes;
import workshop.comparison.run.WorkFolder;

class WriteThenReadTest {

  private static final List<String> TECHNIQUES =
      Stream.of(Field.BLOCKING, Field.POOL, Field.LANES, Field.VIRTUAL, Field.FUTURES, Field.VERTX)
          .map(technique -> technique.name())
          .toList();

  private final WriteThenRead question = new WriteThenRead();

  @Test
  void a_try_measures_every_technique_in_every_figure() throws Exception {
    Notes notes = new Notes(_ -> {});

    question.measure(Effort.TRY, notes);

    List<Figure> figures = notes.figures();
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly(
            "throughput-cached",
            "throughput-durable",
            "scaling-cached",
            "scaling-durable",
            "latency-cached",
            "latency-durable",
            "throughput-slowed");
    for (Figure figure : figures) {
      assertThat(figure.lines())
          .as(figure.id())
          .extracting(line -> line.contender().name())
          .containsAll(TECHNIQUES);
    }
    assertThat(figures)
        .filteredOn(figure -> figure.id().startsWith("latency"))
        .flatExtracting(Figure::lines)
        .extracting(line -> line.contender().kind())
        .as("only who takes orders has a latency")
        .containsOnly(Kind.TECHNIQUE);
    assertThat(question.verdicts(figures)).isNotEmpty();
  }

  @Test
  void an_interrupt_ends_it_and_leaves_no_process() throws Exception {
    CountDownLatch warming = new CountDownLatch(1);
    AtomicReference<Optional<Exception>> end = new AtomicReference<>(Optional.empty());
    Notes notes =
        new Notes(what -> {
          if (what.startsWith("warming up")) {
            warming.countDown();
          }
        });
    Thread measuring =
        Thread.ofPlatform()
            .start(() -> {
              try {
                question.measure(Effort.TRY, notes);
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
