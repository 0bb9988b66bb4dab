package workshop.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.runner.FixtureCourse;
import workshop.runner.watch.WatchLock;
import workshop.testkit.exercise.State;

/** The files under {@code .workshop}: progress, backups, and the lock of the watcher. */
class KeptStateTest {

  private FixtureCourse course;

  @BeforeEach
  void set_up(@TempDir Path folder) {
    course = FixtureCourse.in(folder);
  }

  @Test
  void no_change_is_lost_when_many_threads_make_one() throws Exception {
    ProgressFile file = new ProgressFile(course.checkout());
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Progress>> ends = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        ExerciseId id = new ExerciseId(1, i);
        ends.add(threads.submit(() -> file.update(p -> p.after(id, State.PASSED, "abc"))));
      }
      for (Future<Progress> end : ends) {
        end.get(60, TimeUnit.SECONDS);
      }
    }

    Progress progress = file.load();
    for (int i = 0; i < 50; i++) {
      assertThat(progress.mark(new ExerciseId(1, i))).isPresent();
    }
  }

  @Test
  void a_change_leaves_no_other_file_behind() throws IOException {
    new ProgressFile(course.checkout()).update(p -> p.withCurrent(new ExerciseId(1, 1)));

    try (Stream<Path> files = Files.list(course.checkout().own())) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("progress", "progress.lock");
    }
  }

  @Test
  void a_draft_in_another_encoding_comes_back_as_it_was() throws IOException {
    Path file = course.root().resolve(course.exercise("01-1").file());
    byte[] latin = {'/', '/', (byte) 0xE4, (byte) 0xFF, '\n'};
    Files.write(file, latin);

    Optional<Path> kept = new ExerciseFiles(course.checkout()).reset(course.exercise("01-1"));

    assertThat(kept).isPresent();
    assertThat(Files.readAllBytes(kept.orElseThrow())).isEqualTo(latin);
  }

  @Test
  void a_reset_does_not_back_up_an_unedited_starter() throws IOException {
    assertThat(new ExerciseFiles(course.checkout()).reset(course.exercise("01-1"))).isEmpty();
    assertThat(course.root().resolve(".workshop/backups")).doesNotExist();
  }

  @Test
  void a_reset_restores_a_missing_file() throws IOException {
    Path file = course.root().resolve(course.exercise("01-1").file());
    Files.delete(file);
    Files.delete(file.getParent().resolve("Doubler.java"));
    Files.delete(file.getParent().resolve("Welcome.java"));
    Files.delete(file.getParent());

    new ExerciseFiles(course.checkout()).reset(course.exercise("01-1"));

    assertThat(file)
        .hasSameTextualContentAs(course.root().resolve("01-kitchen/starters/Adder.java"));
  }

  @Test
  void a_file_system_without_locks_is_used_without_them() throws Exception {
    Files.createDirectories(course.checkout().own());
    for (String error : List.of("No locks available", "Operation not supported")) {
      try (Disk disk = Disk.watch(course.checkout().own())) {
        disk.when(Op.LOCK).fails(error);

        assertThat(WatchLock.isSupported(course.checkout())).isFalse();
        assertThat(WatchLock.isTaken(course.checkout())).isFalse();
        try (WatchLock lock = WatchLock.take(course.checkout())) {
          assertThat(lock.isHeld()).isFalse();
        }
        ProgressFile file = new ProgressFile(course.checkout());
        file.update(p -> p.withCurrent(new ExerciseId(1, 2)));
        assertThat(file.load().current()).contains(new ExerciseId(1, 2));
      }
    }
    assertThat(WatchLock.isSupported(course.checkout())).isTrue();
  }

  @Test
  void the_second_watcher_learns_about_the_first() throws Exception {
    Process first = otherWatcher();
    try {
      assertThat(first.inputReader().readLine()).isEqualTo("holding");

      assertThatThrownBy(() -> WatchLock.take(course.checkout()).close())
          .isInstanceOf(WorkshopException.class)
          .hasMessageContaining("Another ./workshop is watching this folder")
          .hasMessageContaining("process " + first.pid());
    } finally {
      first.destroyForcibly();
    }
    assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();

    // The lock of a killed process is free again.
    WatchLock.take(course.checkout()).close();
  }

  private Process otherWatcher() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HoldsTheLock.class.getName(),
            course.root().toString())
        .start();
  }

  /** Another process that watches the checkout. */
  static final class HoldsTheLock {
    public static void main(String[] args) throws Exception {
      WatchLock lock = WatchLock.take(new Checkout(Path.of(args[0])));
      System.out.println("holding");
      Thread.currentThread().join();
      lock.close();
    }
  }
}
