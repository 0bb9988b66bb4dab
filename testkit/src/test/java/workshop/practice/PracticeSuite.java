package workshop.practice;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.practice.PracticeTest.Lesson;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

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
      throw Diagnosis.observed(read.length + " bytes")
          .means("not all of them")
          .nextStep("Read on.");
    }
  }

  @Test
  @Order(2)
  void it_comes_after_the_other() {}

  private static String taste(String soup) {
    if (soup.startsWith("cold")) {
      throw Diagnosis.observed("The soup is cold.")
          .means("It stood too long.")
          .nextStep("Warm it up.");
    }
    return soup;
  }
}
