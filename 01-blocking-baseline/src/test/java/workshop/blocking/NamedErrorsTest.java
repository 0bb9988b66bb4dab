package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.disk.Outcome;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class NamedErrorsTest {

  private final NamedErrors errors = Answer.of(NamedErrors.class);

  @Test
  @Order(1)
  void when_all_is_well_a_saved_text_is_loaded(Disk disk) throws IOException {
    String menu = "crème brûlée\nà la carte\n";
    disk.seed("menu.txt", "yesterday's menu, which was a long one: " + "soup, ".repeat(9));

    errors.save(disk.path("menu.txt"), menu);
    assertThat(disk).wasUsed().file("menu.txt").holds(menu.getBytes(UTF_8));

    DiskEvent saved = disk.recording().last(1).events().getFirst();
    String loaded = Answer.given("load()", errors.load(disk.path("menu.txt")));
    if (!loaded.equals(menu)) {
      throw Diagnosis.observed(
              "Two lines, each with its line end, were saved; load() returned another text.")
          .means("Before errors can be right, the ordinary case has to be.")
          .nextStep("Read the whole text as UTF-8, and leave its line ends as they are.")
          .evidence("Returned", '"' + loaded.replace("\n", "\\n") + '"')
          .evidence("Saved", '"' + menu.replace("\n", "\\n") + '"');
    }
    assertThat(disk.recording().after(saved)).file("menu.txt").wasReadToEnd();
  }

  @Test
  @Order(2)
  void a_text_is_saved_to_a_file_that_was_not_there(Disk disk) throws IOException {
    errors.save(disk.path("new-menu.txt"), "soup\n");

    assertThat(disk).wasUsed().file("new-menu.txt").holds("soup\n".getBytes(UTF_8));
    if (disk.names().size() > 1) {
      throw Diagnosis.observed(
              "All went well, and now there is more than the file: " + disk.names())
          .means("Somebody has to find out one day what that is, and whether it may be deleted.")
          .nextStep("Clean up what you made on the way, also when all goes well.")
          .evidence("On the disk", disk.recording());
    }
  }

  @Test
  @Order(3)
  void loading_a_missing_file_names_the_path(Disk disk) {
    Path file = disk.path("no-such-menu.txt");

    IOException error = failureOf(disk, "load", () -> errors.load(file));

    assertThat(disk).wasUsed();
    assertNames(file, error);
    assertKeeps(disk, NoSuchFileException.class, error);
  }

  @Test
  @Order(4)
  void loading_a_directory_names_the_path(Disk disk) throws IOException {
    Path directory = Files.createDirectory(disk.path("menus"));

    IOException error = failureOf(disk, "load", () -> errors.load(directory));

    assertNames(directory, error);
  }

  @Test
  @Order(5)
  void loading_without_permission_names_the_path(Disk disk) {
    disk.seed("menu.txt", "soup");
    disk.when(Op.OPEN).fails(path -> new AccessDeniedException(path.toString()));

    IOException error = failureOf(disk, "load", () -> errors.load(disk.path("menu.txt")));

    assertNames(disk.path("menu.txt"), error);
    assertKeeps(disk, AccessDeniedException.class, error);
  }

  @Test
  @Order(6)
  void a_read_that_fails_midway_names_the_path_and_keeps_the_cause(Disk disk) {
    disk.seed("menu.txt", "soup, ".repeat(9));
    IOException fault = new IOException("Input/output error");
    disk.when(Op.READ).fails(path -> fault);

    IOException error = failureOf(disk, "load", () -> errors.load(disk.path("menu.txt")));

    assertNames(disk.path("menu.txt"), error);
    assertKeeps(disk, fault, error);
  }

  @Test
  @Order(7)
  void saving_into_a_missing_directory_names_the_path(Disk disk) {
    Path file = disk.path("no-such-directory").resolve("menu.txt");

    IOException error =
        failureOf(
            disk,
            "save",
            () -> {
              errors.save(file, "soup");
              if (disk.exists("no-such-directory")) {
                throw madeTheDirectory();
              }
            });

    assertNames(file, error);
    assertKeeps(disk, NoSuchFileException.class, error);
  }

  @Test
  @Order(8)
  void a_disk_that_fills_up_leaves_no_half_made_file(Disk disk) {
    IOException fault = new IOException("No space left on device");
    disk.when(Op.WRITE).atMost(3);
    disk.when(Op.WRITE).from(2).fails(path -> fault);

    IOException error =
        failureOf(disk, "save", () -> errors.save(disk.path("menu.txt"), "soup, bread"));

    assertNames(disk.path("menu.txt"), error);
    assertKeeps(disk, fault, error);
    if (!disk.names().isEmpty()) {
      throw Diagnosis.observed(
              "The disk was full after 3 of 11 bytes; left behind: " + disk.names() + ".")
          .means("Whoever comes next takes half a file for a whole one.")
          .nextStep("Delete the file when writing it fails, if it was not there before.");
    }
  }

  @Test
  @Order(9)
  void a_failed_save_does_not_remove_what_was_there_before(Disk disk) throws IOException {
    disk.seed("menu.txt", "yesterday's menu");
    Path directory = Files.createDirectory(disk.path("menus"));
    disk.when(Op.WRITE).fails("No space left on device");

    IOException full = failureOf(disk, "save", () -> errors.save(disk.path("menu.txt"), "soup"));
    IOException isDirectory = failureOf(disk, "save", () -> errors.save(directory, "soup"));

    assertNames(disk.path("menu.txt"), full);
    assertNames(directory, isDirectory);
    assertStillThere(disk, "menu.txt");
    assertStillThere(disk, "menus");
  }

  @Test
  @Order(10)
  void saving_without_permission_names_the_path_and_keeps_the_cause(Disk disk) {
    disk.when(Op.OPEN).fails(path -> new AccessDeniedException(path.toString()));

    IOException error = failureOf(disk, "save", () -> errors.save(disk.path("menu.txt"), "soup"));

    assertNames(disk.path("menu.txt"), error);
    assertKeeps(disk, AccessDeniedException.class, error);
  }

  private static Diagnosis madeTheDirectory() {
    return Diagnosis.observed(
            "The directory of the file was missing; save() made it, and returned.")
        .means(
            "Nobody asked for a directory. A mistyped path now makes a new place, where nobody will"
                + " look for the file, in place of an error.")
        .nextStep(
            "Leave directories alone, and let the error of the missing one leave the method.");
  }

  private static void assertStillThere(Disk disk, String name) {
    if (!disk.exists(name)) {
      throw Diagnosis.observed("Saving to " + name + " failed, and now " + name + " is gone.")
          .means("It was there before: somebody's file, or a directory, was deleted to clean up.")
          .nextStep("Clean up only what this call has made itself.");
    }
  }

  private interface Action {
    void run() throws IOException;
  }

  private static IOException failureOf(Disk disk, String name, Action action) {
    try {
      action.run();
    } catch (IOException error) {
      return error;
    } catch (RuntimeException error) {
      if (!(error.getCause() instanceof IOException)) {
        throw error;
      }
      throw Diagnosis.observed(name + "() threw " + error)
          .means("Callers are told of an IOException by the signature, and prepare for that one.")
          .nextStep("Throw an IOException, with the original error as its cause.")
          .because(error);
    }
    throw swallowed(disk, name);
  }

  private static Diagnosis swallowed(Disk disk, String name) {
    assertThat(disk).wasUsed();
    if (refused(disk).isPresent()) {
      return Diagnosis.observed("The disk refused, and " + name + "() returned as if all was well.")
          .means("The error is swallowed: nobody will ever learn of it.")
          .nextStep("Let an IOException leave the method.")
          .evidence("On the disk", disk.recording());
    }
    return Diagnosis.observed(
            name + "() returned; no operation had failed, and it was not done either.")
        .means("The caller takes this for a success, " + unfinished(disk))
        .nextStep(
            "Ask the disk for all that is to be done. It then says what is wrong, with the reason.")
        .evidence("On the disk", disk.recording());
  }

  private static Optional<DiskEvent> refused(Disk disk) {
    return disk.recording().events().stream()
        .filter(event -> event.outcome() instanceof Outcome.Failed)
        .findFirst();
  }

  private static String unfinished(Disk disk) {
    if (!disk.recording().only(Op.MAP).isEmpty()) {
      return "and errors of memory that a file is mapped to reach nobody.";
    }
    boolean partly =
        disk.recording().events().stream()
            .anyMatch(event -> event.writes() && event.transferred() < event.requested());
    return partly
        ? "but a write took fewer bytes than it was given, and nobody wrote the rest."
        : "but nothing was read or written.";
  }

  private static void assertNames(Path file, IOException error) {
    if (!String.valueOf(error.getMessage()).contains(file.toString())) {
      throw Diagnosis.observed("The error was: " + error)
          .means("It does not say which file. This was " + file + ".")
          .nextStep("Put the path into the message of the exception that leaves the method.")
          .because(error);
    }
  }

  private static void assertKeeps(Disk disk, Class<? extends IOException> kind, IOException error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return;
      }
    }
    throw lost(disk, kind.getSimpleName(), error);
  }

  private static void assertKeeps(Disk disk, IOException fault, IOException error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at == fault) {
        return;
      }
    }
    throw lost(disk, fault.toString(), error);
  }

  private static Diagnosis lost(Disk disk, String original, IOException error) {
    if (refused(disk).isEmpty()) {
      return Diagnosis.observed("No operation had failed, and this was thrown: " + error)
          .means(
              "It is not the disk's own error, which knows the reason; and who asks first whether a"
                  + " file is there knows nothing about the moment after.")
          .nextStep(
              "Ask the disk for what is to be done, and let its own error be the cause of yours.")
          .evidence("On the disk", disk.recording());
    }
    return Diagnosis.observed(
            "The disk's own error (" + original + ") is not among the causes of " + error)
        .means("The original error is lost, and with it the reason and the line where it happened.")
        .nextStep("Hand the caught exception to the new one as its cause.")
        .because(error);
  }
}
