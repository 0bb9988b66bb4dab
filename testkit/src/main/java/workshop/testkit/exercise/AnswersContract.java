package workshop.testkit.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Runs the suite of one exercise against all known answers. It must accept the solution and the
 * other right answers, and must reject each wrong answer with the words meant for it.
 *
 * <p>The subclass is in the package of the answers. Each exercise has its own, so that the answers
 * to one exercise can be judged alone.
 */
public abstract class AnswersContract {

  private final List<Class<?>> right = answers(RightAnswer.class);
  private final List<Class<?>> wrong = answers(WrongAnswer.class);

  @TestFactory
  Stream<DynamicTest> the_suite_judges_every_answer_rightly() {
    Class<?> suite = suite();
    return Stream.of(
            Stream.of(dynamicTest("accepts the solution", () -> accepts(suite))),
            right.stream().map(answer -> accepting(suite, answer)),
            wrong.stream().map(answer -> rejecting(suite, answer)))
        .flatMap(tests -> tests);
  }

  @Test
  void there_are_wrong_answers_and_two_more_right_ones() {
    assertThat(wrong).isNotEmpty();
    assertThat(right).hasSizeGreaterThan(1);
  }

  @Test
  void all_answers_are_answers_to_one_exercise() {
    assertThat(Stream.concat(right.stream(), wrong.stream()))
        .extracting(AnswersContract::exerciseOf)
        .containsOnly(exerciseOf(right.getFirst()));
  }

  /** The suite is in the package of the exercise and is named after it. */
  private Class<?> suite() {
    String suite = exerciseOf(right.getFirst()).getName() + "Test";
    return ReflectionSupport.tryToLoadClass(suite)
        .getOrThrow(e -> new IllegalStateException("There is no suite " + suite + ".", e));
  }

  /** An answer extends the exercise's class, perhaps through another answer. */
  private static Class<?> exerciseOf(Class<?> answer) {
    Class<?> exercise = answer.getSuperclass();
    while (exercise.getPackageName().contains(".answers.")) {
      exercise = exercise.getSuperclass();
    }
    return exercise;
  }

  private static void accepts(Class<?> suite) {
    assertAccepted("the solution", Judge.judge(suite, ended -> {}));
  }

  private static DynamicTest accepting(Class<?> suite, Class<?> answer) {
    return dynamicTest(
        "accepts " + answer.getSimpleName(),
        () -> assertAccepted(answer.getSimpleName(), Judge.judge(suite, answer)));
  }

  private static void assertAccepted(String answer, Verdict verdict) {
    assertThat(verdict.state())
        .as(() -> answer + ": " + verdict.firstFailure().map(AnswersContract::inWords).orElse(""))
        .isEqualTo(State.PASSED);
  }

  private static DynamicTest rejecting(Class<?> suite, Class<?> answer) {
    String says = answer.getAnnotation(WrongAnswer.class).value();
    return dynamicTest(
        "rejects " + answer.getSimpleName(),
        () -> {
          Verdict verdict = Judge.judgeUpToTheFirstFailure(suite, answer);
          assertThat(verdict.state()).as(answer.getSimpleName()).isEqualTo(State.FAILED);
          assertThat(verdict.firstFailure().map(AnswersContract::inWords).orElseThrow())
              .as("the verdict on %s", answer.getSimpleName())
              .containsIgnoringCase(says);
        });
  }

  private static String inWords(TestResult failure) {
    return failure.name() + "\n" + failure.message() + "\n" + failure.trace();
  }

  private List<Class<?>> answers(Class<? extends Annotation> mark) {
    return ReflectionSupport.findAllClassesInPackage(
            getClass().getPackageName(), type -> type.isAnnotationPresent(mark), name -> true)
        .stream()
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }
}
