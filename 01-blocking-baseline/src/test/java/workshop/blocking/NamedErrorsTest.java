package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.blocking.NamedErrorsDiagnosis.assertKeeps;
import static workshop.blocking.NamedErrorsDiagnosis.assertKeepsTheFirst;
import static workshop.blocking.NamedErrorsDiagnosis.assertNames;
import static workshop.blocking.NamedErrorsDiagnosis.assertNothingElse;
import static workshop.blocking.NamedErrorsDiagnosis.assertStillThere;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class NamedErrorsTest {

  private final NamedErrors errors = Answer.of(NamedErrors.class);

  @Test
  @Order(1)
  void a_text_that_was_saved_is_loaded_unchanged(Disk disk) throws IOException {
    String menu = "crème brûlée\nà la carte\n";
    disk.seed("menu.txt", "yesterday's menu, which was a long one: " + "soup, ".repeat(9));

    errors.save(disk.path("menu.txt"), menu);
    assertThat(disk).wasUsed().file("menu.txt").holds(menu.getBytes(UTF_8));

    DiskEvent saved = disk.recording().last(1).events().getFirst();
    String loaded = Answer.given("load()", errors.load(disk.path("menu.txt")));
    if (!loaded.equals(menu)) {
      throw NamedErrorsDiagnosis.notLoaded(loaded, menu);
    }
    assertThat(disk.recording().after(saved)).file("menu.txt").wasReadToEnd();
  }

  @Test
  @Order(2)
  void a_text_is_saved_to_a_new_file(Disk disk) throws IOException {
    errors.save(disk.path("new-menu.txt"), "soup\n");

    assertThat(disk).wasUsed().file("new-menu.txt").holds("soup\n".getBytes(UTF_8));
    assertNothingElse(disk, List.of("new-menu.txt"));
  }

  @Test
  @Order(3)
  void an_empty_text_replaces_the_old_text(Disk disk) throws IOException {
    disk.seed("menu.txt", "yesterday's menu");

    errors.save(disk.path("menu.txt"), "");

    NamedErrorsDiagnosis.assertTried(disk, "yesterday's menu");
    assertThat(disk).wasUsed().file("menu.txt").holds(new byte[0]);
  }

  @Test
  @Order(4)
  void a_text_of_any_length_is_saved_and_loaded(Disk disk) throws IOException {
    String book = "crème\r\n".repeat(140_000) + "fin";

    errors.save(disk.path("book.txt"), book);
    assertThat(disk).file("book.txt").holds(book.getBytes(UTF_8));

    String loaded = Answer.given("load()", errors.load(disk.path("book.txt")));
    if (!loaded.equals(book)) {
      throw NamedErrorsDiagnosis.notLoaded(loaded, book);
    }
  }

  @Test
  @Order(5)
  void loading_a_missing_file_names_the_path(Disk disk) {
    Path file = disk.path("no such menu+100%.txt");

    IOException error = failureOf(disk, "load", () -> errors.load(file));

    assertThat(disk).wasUsed();
    assertNames(file, error);
    assertKeeps(disk, NoSuchFileException.class, error);
  }

  @Test
  @Order(6)
  void loading_a_directory_names_the_path(Disk disk) throws IOException {
    Path directory = Files.createDirectory(disk.path("menus"));

    IOException error = failureOf(disk, "load", () -> errors.load(directory));

    assertNames(directory, error);
  }

  @Test
  @Order(7)
  void loading_without_permission_names_the_path(Disk disk) {
    disk.seed("menu.txt", "soup");
    disk.when(Op.OPEN).fails(path -> new AccessDeniedException(path.toString()));

    IOException error = failureOf(disk, "load", () -> errors.load(disk.path("menu.txt")));

    assertNames(disk.path("menu.txt"), error);
    assertKeeps(disk, AccessDeniedException.class, error);
  }

  @Test
  @Order(8)
  void a_read_that_fails_midway_names_the_path_and_keeps_the_cause(Disk disk) throws IOException {
    disk.seed("menu.txt", "soup, ".repeat(9));
    IOException fault = new IOException("Input/output error");
    disk.when(Op.READ).atMost(5);
    disk.when(Op.READ).from(2).times(1).fails(path -> fault);
    disk.when(Op.CLOSE).times(1).fails("stale file handle");

    IOException error = failureOf(disk, "load", () -> errors.load(disk.path("menu.txt")));

    assertNames(disk.path("menu.txt"), error);
    assertKeepsTheFirst(disk, fault, "stale file handle", error);
    NamedErrorsDiagnosis.assertStartedFresh(
        "soup, ".repeat(9), Answer.given("load()", errors.load(disk.path("menu.txt"))));
  }

  @Test
  @Order(9)
  void saving_into_a_missing_directory_names_the_path(Disk disk) {
    Path file = disk.path("no such directory").resolve("menu+100%.txt");

    IOException error =
        failureOf(
            disk,
            "save",
            () -> {
              errors.save(file, "soup");
              if (disk.exists("no such directory")) {
                throw NamedErrorsDiagnosis.madeTheDirectory();
              }
            });

    assertNames(file, error);
    assertKeeps(disk, NoSuchFileException.class, error);
  }

  @Test
  @Order(10)
  void a_disk_that_fills_up_leaves_no_partial_file(Disk disk) {
    IOException fault = new IOException("No space left on device");
    disk.when(Op.WRITE).atMost(3);
    disk.when(Op.WRITE).from(2).times(1).fails(path -> fault);

    IOException error =
        failureOf(disk, "save", () -> errors.save(disk.path("menu.txt"), "soup, bread"));

    assertNames(disk.path("menu.txt"), error);
    assertKeeps(disk, fault, error);
    if (!disk.names().isEmpty()) {
      throw NamedErrorsDiagnosis.partialFile(disk);
    }
  }

  @Test
  @Order(11)
  void a_failed_save_does_not_remove_the_old_file_or_directory(Disk disk) throws IOException {
    disk.seed("menu.txt", "yesterday's menu");
    disk.seed("empty.txt", "");
    Path directory = Files.createDirectory(disk.path("menus"));
    List<String> before = disk.names();
    disk.when(Op.WRITE).fails("No space left on device");

    IOException full = failureOf(disk, "save", () -> errors.save(disk.path("menu.txt"), "soup"));
    IOException empty = failureOf(disk, "save", () -> errors.save(disk.path("empty.txt"), "soup"));
    IOException isDirectory = failureOf(disk, "save", () -> errors.save(directory, "soup"));

    assertNames(disk.path("menu.txt"), full);
    assertNames(disk.path("empty.txt"), empty);
    assertNames(directory, isDirectory);
    assertStillThere(disk, "menu.txt");
    assertStillThere(disk, "empty.txt");
    assertStillThere(disk, "menus");
    assertNothingElse(disk, before);
  }

  @Test
  @Order(12)
  void a_failed_save_leaves_no_other_file(Disk disk) throws IOException {
    Path directory = Files.createDirectory(disk.path("menus"));
    disk.seed("menus/soup.txt", "hot");
    List<String> before = disk.names();

    IOException error = failureOf(disk, "save", () -> errors.save(directory, "soup"));

    assertNames(directory, error);
    assertNothingElse(disk, before);
  }

  @Test
  @Order(13)
  void a_directory_is_not_replaced_by_a_file(Disk disk) throws IOException {
    Path directory = Files.createDirectory(disk.path("menus"));

    try {
      errors.save(directory, "soup");
    } catch (IOException error) {
      assertNames(directory, error);
    }
    if (!Files.isDirectory(directory)) {
      throw NamedErrorsDiagnosis.replacedTheDirectory(disk);
    }
  }

  @Test
  @Order(14)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void a_failed_save_does_not_remove_a_link(Disk disk) throws IOException {
    Files.createSymbolicLink(disk.path("menu.txt"), disk.path("no-such-directory/menu.txt"));

    try {
      errors.save(disk.path("menu.txt"), "soup");
    } catch (IOException error) {
      assertNames(disk.path("menu.txt"), error);
      assertStillThere(disk, "menu.txt");
      return;
    }
    assertThat(disk).file("menu.txt").holds("soup".getBytes(UTF_8)); // a move replaces the link
  }

  @Test
  @Order(15)
  void saving_without_permission_names_the_path_and_keeps_the_cause(Disk disk) {
    disk.when(Op.OPEN).fails(path -> new AccessDeniedException(path.toString()));

    IOException error = failureOf(disk, "save", () -> errors.save(disk.path("menu.txt"), "soup"));

    assertNames(disk.path("menu.txt"), error);
    assertKeeps(disk, AccessDeniedException.class, error);
  }

  @Test
  @Order(16)
  void a_failed_clean_up_does_not_hide_the_first_error(Disk disk) {
    IOException fault = new IOException("No space left on device");
    disk.when(Op.WRITE).fails(path -> fault);
    disk.when(Op.DELETE).fails("Operation not permitted");

    IOException error =
        failureOf(disk, "save", () -> errors.save(disk.path("menu.txt"), "soup, bread"));

    assertNames(disk.path("menu.txt"), error);
    assertKeepsTheFirst(disk, fault, "Operation not permitted", error);
  }

  @Test
  @Order(17)
  void a_close_that_fails_is_an_error_that_names_the_path(Disk disk) {
    // Only the close after a write: Files.createFile closes a file as well.
    disk.when(Op.WRITE)
        .times(1)
        .then(() -> disk.when(Op.CLOSE).times(1).fails("Input/output error"));

    IOException error = failureOf(disk, "save", () -> errors.save(disk.path("menu.txt"), "soup"));

    assertNames(disk.path("menu.txt"), error);
    if (!disk.names().isEmpty()) {
      throw NamedErrorsDiagnosis.leftAfterTheClose(disk);
    }
  }

  @Test
  @Order(18)
  void a_close_that_fails_after_reading_is_an_error_that_names_the_path(Disk disk) {
    disk.seed("menu.txt", "soup");
    disk.when(Op.CLOSE).times(1).fails("Input/output error");

    IOException error = failureOf(disk, "load", () -> errors.load(disk.path("menu.txt")));

    assertNames(disk.path("menu.txt"), error);
  }

  private static IOException failureOf(Disk disk, String name, FailedCall.Action action) {
    return FailedCall.of(name, action)
        .orElseThrow(() -> NamedErrorsDiagnosis.swallowed(disk, name));
  }
}
