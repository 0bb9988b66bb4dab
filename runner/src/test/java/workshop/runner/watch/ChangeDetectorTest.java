package workshop.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.course.Draft;
import workshop.runner.course.ExerciseId;

/** However an editor writes a file, one new text counts as one save. */
class ChangeDetectorTest {

  private static final ExerciseId ADDER = new ExerciseId(1, 1);
  private static final Duration NEVER = Duration.ofHours(1);

  private final BlockingQueue<Event.Saved> saves = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
  private FixtureCourse course;
  private ChangeDetector detector;
  private Path file;
  private int markers;
  private boolean failing;

  @BeforeEach
  void set_up(@TempDir Path folder) throws IOException {
    course = FixtureCourse.in(folder);
    file = course.root().resolve(course.exercise("01-1").file());
    detector = start(NEVER);
  }

  private ChangeDetector start(Duration pause) throws IOException {
    return ChangeDetector.startWithoutEvents(
        course.checkout(), course.catalog(), pause, this::heard);
  }

  private void heard(Event event) {
    if (event instanceof Event.Noticed(String text)) {
      notices.add(text);
    } else if (failing) {
      failing = false;
      throw new IllegalStateException("a defect");
    } else {
      saves.add((Event.Saved) event);
    }
  }

  @AfterEach
  void clean_up() {
    detector.close();
  }

  @Test
  void a_new_text_is_reported_once_however_many_events_there_were() throws InterruptedException {
    course.write(course.exercise("01-1").file(), "new");
    for (int i = 0; i < 10; i++) {
      detector.touch(file);
    }

    assertThat(next().get(ADDER).text()).isEqualTo("new");
    assertNothingElse();
  }

  @Test
  void touching_a_file_without_changing_it_is_not_reported()
      throws IOException, InterruptedException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    detector.touch(file);

    assertNothingElse();
  }

  @Test
  void different_line_endings_are_not_a_change() throws InterruptedException {
    String text = course.read(course.exercise("01-1").file());
    course.write(course.exercise("01-1").file(), text.replace("\n", "\r\n"));
    detector.touch(file);

    assertNothingElse();
  }

  @Test
  void a_file_that_is_emptied_first_is_reported_when_it_is_written() throws InterruptedException {
    course.write(course.exercise("01-1").file(), "");
    detector.touch(file);
    course.write(course.exercise("01-1").file(), "whole");
    detector.touch(file);

    assertThat(next().get(ADDER).text()).isEqualTo("whole");
    assertNothingElse();
  }

  @Test
  void a_file_that_is_moved_away_and_replaced_is_reported_as_replaced()
      throws IOException, InterruptedException {
    Files.move(file, file.resolveSibling("Adder.java~"));
    detector.touch(file);
    Path swap = file.resolveSibling(".Adder.java.swp");
    Files.writeString(swap, "replaced");
    Files.move(swap, file, StandardCopyOption.ATOMIC_MOVE);
    detector.touch(file);

    assertThat(next().get(ADDER).text()).isEqualTo("replaced");
    assertNothingElse();
  }

  @Test
  void a_file_that_stays_away_is_reported_as_missing() throws IOException, InterruptedException {
    Files.delete(file);
    detector.touch(file);

    assertThat(next().get(ADDER).isMissing()).isTrue();
  }

  @Test
  void files_that_vanish_together_are_reported_together() throws Exception {
    List<Path> files =
        Stream.of("01-0", "01-1", "01-2", "02-1")
            .map(id -> course.root().resolve(course.exercise(id).file()))
            .toList();
    for (Path each : files) {
      Files.delete(each);
    }
    files.forEach(detector::touch);

    assertThat(next()).hasSize(4);
  }

  @Test
  void a_folder_in_place_of_a_file_is_named_and_reported_as_missing()
      throws IOException, InterruptedException {
    Files.delete(file);
    Files.createDirectory(file);
    detector.touch(file);

    assertThat(next().get(ADDER).isMissing()).isTrue();
    assertThat(notices.poll(30, TimeUnit.SECONDS)).contains(file.toString());
  }

  @Test
  void another_source_is_reported_by_its_name_when_its_text_changes() throws Exception {
    String name = "01-kitchen/src/main/java/workshop/kitchen/Spoon.java";
    Path spoon = course.root().resolve(name);
    course.write(name, "one");
    detector.touch(spoon);
    assertThat(nextSave()).isEqualTo(new Event.Saved(Map.of(), Set.of(name)));

    detector.touch(spoon);
    assertNothingElse();

    course.write(name, "two");
    detector.touch(spoon);
    assertThat(nextSave().others()).containsExactly(name);
  }

  @Test
  void a_byte_order_mark_is_not_part_of_the_text() throws InterruptedException {
    course.write(course.exercise("01-1").file(), "\ufeffnew");
    detector.touch(file);

    assertThat(next().get(ADDER).text()).isEqualTo("new");
  }

  @Test
  void a_save_that_cannot_be_processed_does_not_silence_the_next_one() throws Exception {
    failing = true;
    course.write(course.exercise("01-1").file(), "one");
    detector.touch(file);
    assertThat(notices.poll(30, TimeUnit.SECONDS)).contains("a defect", "report this");

    course.write(course.exercise("01-1").file(), "two");
    detector.touch(file);

    assertThat(next().get(ADDER).text()).isEqualTo("two");
  }

  @Test
  void without_any_event_a_check_finds_the_change() throws Exception {
    try (ChangeDetector _ = start(Duration.ofMillis(20))) {
      course.write(course.exercise("01-1").file(), "new");
      assertThat(next().get(ADDER).text()).isEqualTo("new");

      course.write("01-kitchen/src/main/java/workshop/kitchen/Spoon.java", "one");
      assertThat(nextSave().others()).hasSize(1);
    }
  }

  @Test
  void a_save_is_still_seen_after_its_folder_was_replaced() throws Exception {
    try (ChangeDetector _ = start(Duration.ofMillis(20))) {
      Path sources = course.root().resolve("02-cellar/src/main");
      Files.move(sources, course.root().resolve("away"));
      course.write(course.exercise("02-1").file(), "new");

      assertThat(next().values()).extracting(Draft::text).containsExactly("new");
      assertThat(notices).isEmpty();
    }
  }

  @Test
  void file_events_report_a_save() throws Exception {
    Path folder = Files.createDirectory(course.root().resolve("events"));
    if (!ChangeDetector.eventsArrive(folder)) {
      return; // as on some network drives, where only the checks find it
    }
    detector.close();
    detector = ChangeDetector.start(course.checkout(), course.catalog(), this::heard);
    course.write(course.exercise("01-1").file(), "new");

    assertThat(next().get(ADDER).text()).isEqualTo("new");
  }

  private Event.Saved nextSave() throws InterruptedException {
    Event.Saved save = saves.poll(30, TimeUnit.SECONDS);
    assertThat(save).as("a save within 30 s").isNotNull();
    return save;
  }

  private Map<ExerciseId, Draft> next() throws InterruptedException {
    return nextSave().drafts();
  }

  /** A save of another file is reported, and nothing before it. */
  private void assertNothingElse() throws InterruptedException {
    course.write(course.exercise("01-2").file(), "marker " + markers++);
    detector.touch(course.root().resolve(course.exercise("01-2").file()));
    Event.Saved save = nextSave();
    assertThat(save.drafts()).containsOnlyKeys(new ExerciseId(1, 2));
    assertThat(save.others()).isEmpty();
  }
}
