package workshop.practice;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.practice.PracticeTest.Lesson;
import workshop.testkit.disk.Disk;
import workshop.testkit.suite.Answer;
import workshop.testkit.suite.ExerciseSuite;
import workshop.testkit.suite.Teaching;

/** Judged by {@link PracticeTest}; of no interest by itself. */
@ExerciseSuite
class PracticeSuite {

  private final Lesson lesson = Answer.of(Lesson.class);

  @Test
  @Order(1)
  void the_file_is_read(Disk disk) throws IOException {
    disk.seed("a.txt", "six eggs");

    byte[] read = lesson.read(disk.path("a.txt"), PracticeSuite::taste);

    if (read.length != 8) {
      throw Teaching.saw(read.length + " bytes").means("not all of them").todo("Read on.");
    }
  }

  @Test
  @Order(2)
  void it_comes_after_the_other() {}

  private static String taste(String soup) {
    if (soup.startsWith("cold")) {
      throw Teaching.saw("The soup is cold.").means("It stood too long.").todo("Warm it up.");
    }
    return soup;
  }
}
