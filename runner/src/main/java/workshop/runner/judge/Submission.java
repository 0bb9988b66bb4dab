package workshop.runner.judge;

import java.io.IOException;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;

/**
 * A text to judge.
 *
 * @param file where it belongs, relative to the checkout
 * @param root the source root of that file
 */
public record Submission(Exercise exercise, String file, String root, String text) {

  /** Returns the learner's file with this text in it. */
  public static Submission ofDraft(Exercise exercise, String text) {
    return new Submission(exercise, exercise.file(), exercise.sourceRoot(), text);
  }

  /** Returns the solution of the exercise. */
  public static Submission ofSolution(Checkout checkout, Exercise exercise) throws IOException {
    String file = exercise.solution();
    return new Submission(exercise, file, exercise.solutionRoot(), checkout.text(file));
  }

  boolean isDraft() {
    return file.equals(exercise.file());
  }
}
