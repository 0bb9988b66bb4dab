package workshop.blocking;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite(warmUp = true)
class WelcomeTest {

  private final Welcome welcome = Answer.of(Welcome.class);

  @Test
  @Order(1)
  void the_text_is_the_two_lines_of_the_guide() {
    String expected = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

    String text = Answer.given("text()", welcome.text());

    if (!expected.equals(text)) {
      throw Diagnosis.observed("text() returned \"" + text.replace("\n", "\\n") + "\".")
          .means(
              "This is what a failed test looks like. The test expected \""
                  + expected.replace("\n", "\\n")
                  + "\".")
          .nextStep("Restore the text, save, and watch the test turn green.");
    }
  }
}
