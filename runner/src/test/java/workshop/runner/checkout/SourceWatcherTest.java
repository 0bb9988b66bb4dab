package workshop.runner.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWatcherTest {

  /** Never: what is told comes from events alone. */
  private static final SourceWatcher.Pace EVENTS_ONLY =
      new SourceWatcher.Pace(Duration.ofHours(1), Duration.ofHours(1));

  private static final SourceWatcher.Pace QUICK =
      new SourceWatcher.Pace(Duration.ofMillis(50), Duration.ofMillis(20));

  @TempDir private Path folder;

  private final BlockingQueue<Path> changed = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
  private Path file;
  private SourceWatcher watcher;

  @BeforeEach
  void set_out() throws IOException {
    file = Files.createDirectories(folder.resolve("src/a")).resolve("A.java");
    Files.writeString(file, "old");
  }

  @AfterEach
  void clear_away() {
    watcher.close();
  }

  @Test
  void a_save_in_place_is_told() throws Exception {
    watch(List.of(folder.resolve("src")), EVENTS_ONLY);
    Files.writeString(file, "new");

    assertTold();
  }

  @Test
  void a_save_by_rename_is_told() throws Exception {
    watch(List.of(folder.resolve("src")), EVENTS_ONLY);
    Path swap = file.resolveSibling("A.java.tmp");
    Files.writeString(swap, "new");
    Files.move(swap, file, StandardCopyOption.ATOMIC_MOVE);

    assertTold();
  }

  @Test
  void other_files_are_not_told() throws Exception {
    watch(List.of(folder.resolve("src")), EVENTS_ONLY);
    Files.writeString(file.resolveSibling(".A.java.swp"), "x");
    Files.writeString(file, "new");

    assertTold();
    assertThat(changed).allSatisfy(path -> assertThat(path).isEqualTo(file));
  }

  @Test
  void a_source_beside_the_files_is_told_but_not_what_an_editor_puts_there() throws Exception {
    watch(List.of(folder.resolve("src")), EVENTS_ONLY);
    Files.writeString(file.resolveSibling(".#Beside.java"), "x");
    Path beside = file.resolveSibling("Beside.java");
    Files.writeString(beside, "new");

    assertThat(changed.poll(30, TimeUnit.SECONDS)).as("a change within 30 s").isEqualTo(beside);
  }

  @Test
  void where_no_events_arrive_changes_are_seen_all_the_same_and_it_says_so() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    watch(List.of(elsewhere), QUICK);

    Files.writeString(file, "newer");
    assertTold();
    assertThat(notices.poll(30, TimeUnit.SECONDS))
        .as("a notice within 30 s")
        .contains("File events do not arrive here");

    changed.clear();
    Files.writeString(file, "newest of all");
    assertTold();
  }

  @Test
  void where_events_arrive_it_goes_on_with_events() throws Exception {
    watch(
        List.of(folder.resolve("src")),
        new SourceWatcher.Pace(Duration.ofSeconds(2), Duration.ofSeconds(2)));
    for (int i = 0; i < 3; i++) {
      Files.writeString(file, "text " + "x".repeat(i));
      assertTold();
      changed.clear();
    }

    assertThat(notices).isEmpty();
  }

  private void watch(List<Path> roots, SourceWatcher.Pace pace) throws IOException {
    watcher = new SourceWatcher(roots, List.of(file), pace);
    watcher.start(changed::add, notices::add);
  }

  private void assertTold() throws InterruptedException {
    assertThat(changed.poll(30, TimeUnit.SECONDS)).as("a change within 30 s").isEqualTo(file);
  }
}
