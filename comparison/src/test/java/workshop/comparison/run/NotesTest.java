package workshop.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import workshop.comparison.question.Notebook;
import workshop.comparison.result.Absent;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Contender.Kind;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Metric;

class NotesTest {

  private static final Metric SPEED = new Metric("throughput", "operations/s", true);
  private static final Axis SIZE = new Axis(Axis.Kind.NAMES, "size");
  private static final Contender POOL = new Contender("pool", Kind.TECHNIQUE, "how");
  private static final Contender LOOP = new Contender("loop", Kind.TECHNIQUE, "how");

  private final List<String> doing = new ArrayList<>();
  private final Notes notes = new Notes(doing::add);

  @Test
  void lines_places_and_runs_stand_in_the_order_in_which_they_came() {
    Notebook.Page page = notes.figure("speed", "Speed", SPEED, SIZE);

    page.add(POOL, "small", 3);
    page.add(LOOP, "large", 7);
    page.add(POOL, "large", 5);
    page.add(POOL, "small", 1);

    Figure figure = notes.figures().getFirst();
    assertThat(figure.lines())
        .extracting(l -> l.contender().name())
        .containsExactly("pool", "loop");
    assertThat(figure.at("pool", "small").orElseThrow().runs()).containsExactly(3.0, 1.0);
    assertThat(figure.at("pool", "large").orElseThrow().runs()).containsExactly(5.0);
    assertThat(figure.at("loop", "small")).isEmpty();
  }

  @Test
  void a_figure_that_is_opened_twice_is_one_figure() {
    notes.figure("speed", "Speed", SPEED, SIZE).add(POOL, "small", 1);
    notes.figure("speed", "Speed", SPEED, SIZE).add(POOL, "small", 2);

    assertThat(notes.figures()).hasSize(1);
    assertThat(notes.figures().getFirst().at("pool", "small").orElseThrow().runs()).hasSize(2);
  }

  @Test
  void a_figure_without_a_value_is_left_out() {
    notes.figure("speed", "Speed", SPEED, SIZE);

    assertThat(notes.figures()).isEmpty();
  }

  @Test
  void what_is_no_number_is_refused_with_its_place() {
    Notebook.Page page = notes.figure("speed", "Speed", SPEED, SIZE);

    assertThatThrownBy(() -> page.add(POOL, "small", 0.0 / 0.0))
        .hasMessage("speed of pool at small is no number: NaN");
  }

  @Test
  void the_same_peer_is_absent_once() {
    notes.absent(new Absent("fio", "There is none.", "Get it."));
    notes.absent(new Absent("fio", "Still none.", "Get it."));

    assertThat(notes.absent()).containsExactly(new Absent("fio", "There is none.", "Get it."));
  }

  @Test
  void what_is_being_done_is_passed_on() {
    notes.doing("64 in flight");

    assertThat(doing).containsExactly("64 in flight");
  }

  @Test
  void a_snapshot_during_the_writing_of_several_threads_loses_nothing() throws Exception {
    int writers = 4;
    int values = 2000;
    CountDownLatch together = new CountDownLatch(writers);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                together.countDown();
                for (int n = 0; n < values; n++) {
                  notes.figure("speed", "Speed", SPEED, SIZE).add(POOL, "small", n);
                }
              }));
    }
    together.await();

    int seen = 0;
    while (seen < writers * values && threads.stream().anyMatch(Thread::isAlive)) {
      int now = seen();
      assertThat(now).isGreaterThanOrEqualTo(seen);
      seen = now;
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(seen()).isEqualTo(writers * values);
  }

  private int seen() {
    return notes.figures().stream()
        .flatMap(figure -> figure.at("pool", "small").stream())
        .mapToInt(sample -> sample.runs().size())
        .sum();
  }
}
