package workshop.runner.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

  private static final Path FILE = Path.of("A.java");

  private final Announcements announcements = new Announcements();

  @Test
  void a_change_without_any_event_is_missed_but_not_at_once() {
    announcements.changed(FILE, 100);

    assertThat(announcements.isOneMissing()).isFalse();
    assertThat(missesWithin(5)).isTrue();
  }

  @Test
  void an_event_that_came_long_before_a_late_look_is_the_changes_own() {
    announcements.heard(FILE, 101);
    announcements.changed(FILE, 100);

    assertThat(missesWithin(20)).isFalse();
  }

  @Test
  void an_event_may_come_a_few_looks_late() {
    announcements.changed(FILE, 100);
    assertThat(announcements.isOneMissing()).isFalse();
    assertThat(announcements.isOneMissing()).isFalse();
    announcements.heard(FILE, 5_000);

    assertThat(missesWithin(20)).isFalse();
  }

  @Test
  void an_event_of_an_earlier_change_does_not_count_for_this_one() {
    announcements.heard(FILE, 50);
    announcements.changed(FILE, 100);

    assertThat(missesWithin(20)).isTrue();
  }

  private boolean missesWithin(int looks) {
    for (int i = 0; i < looks; i++) {
      if (announcements.isOneMissing()) {
        return true;
      }
    }
    return false;
  }
}
