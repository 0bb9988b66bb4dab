package workshop.testkit.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Runs the suites of one module against all known answers. A suite must accept the solution and the
 * other right answers, and must reject each wrong answer with the words meant for it.
 *
 * <p>The subclass is in the package of the exercises, and the answers are in packages below it.
 */
public abstract class AnswersContract {

  private final String exercises = getClass().getPackageName();

  @TestFactory
  Stream<DynamicContainer> every_suite_judges_its_answers_rightly() {
    return suites().stream()
        .map(suite -> dynamicContainer(suite.getSimpleName(), judgementsOf(suite)));
  }

  @Test
  void every_answer_has_a_suite() {
    List<String> suites = suites().stream().map(Class::getName).toList();

    assertThat(classes(WrongAnswer.class)).map(AnswersContract::suiteOf).isSubsetOf(suites);
    assertThat(classes(RightAnswer.class)).map(AnswersContract::suiteOf).isSubsetOf(suites);
  }

  @Test
  void every_suite_except_the_warm_up_has_wrong_answers_and_two_more_right_ones() {
    assertThat(suites()).isNotEmpty();
    assertThat(suites())
        .filteredOn(suite -> !suite.getAnnotation(ExerciseSuite.class).warmUp())
        .allSatisfy(suite -> {
          assertThat(answersTo(suite, WrongAnswer.class)).as("wrong").isNotEmpty();
          assertThat(answersTo(suite, RightAnswer.class)).as("right").hasSizeGreaterThan(1);
        });
  }

  private Stream<DynamicNode> judgementsOf(Class<?> suite) {
    return Stream.of(
            Stream.of(dynamicTest("accepts the solution", () -> accepts(suite))),
            answersTo(suite, RightAnswer.class).stream().map(answer -> accepting(suite, answer)),
            answersTo(suite, WrongAnswer.class).stream().map(answer -> rejecting(suite, answer)))
        .flatMap(tests -> tests);
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

  private List<Class<?>> suites() {
    return classes(ExerciseSuite.class).stream().filter(type -> !type.isAnonymousClass()).toList();
  }

  private List<Class<?>> answersTo(Class<?> suite, Class<? extends Annotation> mark) {
    return classes(mark).stream()
        .filter(answer -> suite.getName().equals(suiteOf(answer)))
        .toList();
  }

  /**
   * An answer extends the exercise's class, perhaps through another answer, and the suite is named
   * after that class.
   */
  private static String suiteOf(Class<?> answer) {
    Class<?> exercise = answer.getSuperclass();
    while (exercise.getPackageName().contains(".answers.")) {
      exercise = exercise.getSuperclass();
    }
    return exercise.getName() + "Test";
  }

  private List<Class<?>> classes(Class<? extends Annotation> mark) {
    return ReflectionSupport.findAllClassesInPackage(
            exercises, type -> type.isAnnotationPresent(mark), name -> true)
        .stream()
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }
}
