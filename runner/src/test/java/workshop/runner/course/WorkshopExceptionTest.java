package workshop.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class WorkshopExceptionTest {

  @Test
  void a_full_disk_is_reported_with_the_folder_if_that_is_known() {
    assertThat(WorkshopException.of(failure("No space left on device")).what())
        .isEqualTo("The disk is full: /w/.workshop.");
    assertThat(WorkshopException.of(new IOException("No space left on device")).what())
        .isEqualTo("The disk is full.");
  }

  @Test
  void a_read_only_folder_is_named_and_not_the_temporary_file() {
    assertThat(WorkshopException.of(failure("Read-only file system")).what())
        .isEqualTo("The workshop's folder is read-only: /w/.workshop.");
  }

  @Test
  void a_folder_in_place_of_a_file_is_named_without_an_exception_class() {
    WorkshopException trouble = WorkshopException.of(failure("Is a directory"));

    assertThat(trouble.what())
        .isEqualTo("There is a folder where a file should be: /w/.workshop/x.29579~.");
    assertThat(trouble.remedy()).contains("Move the folder away");
  }

  @Test
  void an_unknown_error_is_shown_in_the_words_of_the_system() {
    assertThat(WorkshopException.of(failure("Input/output error")).what())
        .isEqualTo(
            "A file could not be read or written: /w/.workshop/x.29579~: Input/output error.");
  }

  private static FileSystemException failure(String reason) {
    return new FileSystemException("/w/.workshop/x.29579~", null, reason);
  }
}
