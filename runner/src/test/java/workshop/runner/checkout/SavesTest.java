package workshop.runner.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.core.ExerciseId;
import workshop.runner.watch.Draft;
import workshop.runner.watch.Event;

/** Whatever an editor does to save, one new text is one save. */
class SavesTest {

  private static final ExerciseId ADDER = new ExerciseId(1, 1);

  private final BlockingQueue<Event.Saved> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<IOException> failures = new LinkedBlockingQueue<>();
  private FixtureCourse course;
  private Saves saves;
  private Path file;
  private int markers;

  @BeforeEach
  void set_out(@TempDir Path folder) throws IOException {
    course = FixtureCourse.in(folder);
    file = course.root().resolve(course.exercise("01-1").file());
    saves = new Saves(course.checkout(), course.catalog(), told::add, failures::add);
  }

  @AfterEach
  void clear_away() {
    saves.close();
  }

  @Test
  void a_new_text_is_told_once_however_many_events_there_were() throws InterruptedException {
    course.write(course.exercise("01-1").file(), "new");
    for (int i = 0; i < 10; i++) {
      saves.touched(file);
    }

    assertThat(next().get(ADDER).text()).isEqualTo("new");
    assertNothingElse();
  }

  @Test
  void a_touch_without_a_change_is_not_told() throws IOException, InterruptedException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    saves.touched(file);

    assertNothingElse();
  }

  @Test
  void other_line_ends_are_no_change() throws InterruptedException {
    String text = course.read(course.exercise("01-1").file());
    course.write(course.exercise("01-1").file(), text.replace("\n", "\r\n"));
    saves.touched(file);

    assertNothingElse();
  }

  @Test
  void a_file_that_is_emptied_first_is_told_when_it_is_written() throws InterruptedException {
    course.write(course.exercise("01-1").file(), "");
    saves.touched(file);
    course.write(course.exercise("01-1").file(), "whole");
    saves.touched(file);

    assertThat(next().get(ADDER).text()).isEqualTo("whole");
    assertNothingElse();
  }

  @Test
  void a_file_that_is_moved_away_and_replaced_is_told_as_replaced()
      throws IOException, InterruptedException {
    Files.move(file, file.resolveSibling("Adder.java~"));
    saves.touched(file);
    Path swap = file.resolveSibling(".Adder.java.swp");
    Files.writeString(swap, "replaced");
    Files.move(swap, file, StandardCopyOption.ATOMIC_MOVE);
    saves.touched(file);

    assertThat(next().get(ADDER).text()).isEqualTo("replaced");
    assertNothingElse();
  }

  @Test
  void a_file_that_stays_away_is_told_as_missing() throws IOException, InterruptedException {
    Files.delete(file);
    saves.touched(file);

    assertThat(next().get(ADDER).source().missing()).isTrue();
  }

  @Test
  void a_folder_in_the_place_of_a_file_is_told_as_missing_and_by_its_name()
      throws IOException, InterruptedException {
    Files.delete(file);
    Files.createDirectory(file);
    saves.touched(file);

    assertThat(next().get(ADDER).source().missing()).isTrue();
    assertThat(failures.poll(30, TimeUnit.SECONDS)).hasMessageContaining(file.toString());
  }

  @Test
  void a_source_beside_the_exercises_is_told_by_its_name_when_its_text_changes()
      throws InterruptedException {
    String name = "01-kitchen/src/main/java/workshop/kitchen/Spoon.java";
    Path spoon = course.root().resolve(name);
    course.write(name, "one");
    saves.touched(spoon);
    assertThat(nextSave()).isEqualTo(new Event.Saved(Map.of(), Set.of(name)));

    saves.touched(spoon);
    assertNothingElse();

    course.write(name, "two");
    saves.touched(spoon);
    assertThat(nextSave().others()).containsExactly(name);
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_text() throws InterruptedException {
    course.write(course.exercise("01-1").file(), "\ufeffnew");
    saves.touched(file);

    assertThat(next().get(ADDER).text()).isEqualTo("new");
  }

  @Test
  void what_changes_together_is_told_together() throws InterruptedException {
    course.write(course.exercise("01-1").file(), "one");
    course.write(course.exercise("02-1").file(), "two");
    saves.touched(file);
    saves.touched(course.root().resolve(course.exercise("02-1").file()));

    assertThat(next()).hasSize(2);
  }

  private Event.Saved nextSave() throws InterruptedException {
    Event.Saved save = told.poll(30, TimeUnit.SECONDS);
    assertThat(save).as("a save within 30 s").isNotNull();
    return save;
  }

  private Map<ExerciseId, Draft> next() throws InterruptedException {
    return nextSave().drafts();
  }

  /** A save of another file comes through, and nothing before it. */
  private void assertNothingElse() throws InterruptedException {
    course.write(course.exercise("01-2").file(), "marker " + markers++);
    saves.touched(course.root().resolve(course.exercise("01-2").file()));
    Event.Saved save = nextSave();
    assertThat(save.drafts()).containsOnlyKeys(new ExerciseId(1, 2));
    assertThat(save.others()).isEmpty();
  }
}
