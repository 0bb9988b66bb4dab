package workshop.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import workshop.runner.course.Catalog;
import workshop.runner.course.CatalogReader;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;

/** The course in this repository is complete: everything that a page declares exists. */
class RealCourseTest {

  private static final Checkout CHECKOUT = new Checkout(Path.of("").toAbsolutePath().getParent());
  private static final int MOST_STARTER_LINES = 70;

  private final Catalog catalog = read();

  private static Catalog read() {
    try {
      return CatalogReader.read(CHECKOUT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Stream<DynamicNode> every_exercise_is_complete() {
    assertThat(catalog.exercises()).isNotEmpty();
    return catalog.exercises().stream()
        .map(e -> DynamicTest.dynamicTest(e.id() + " " + e.title(), () -> assertComplete(e)));
  }

  private void assertComplete(Exercise exercise) throws IOException {
    assertThat(CHECKOUT.path(exercise.file())).exists();
    assertThat(CHECKOUT.path(exercise.starter())).exists();
    assertThat(CHECKOUT.path(exercise.suiteFile())).exists();
    assertThat(CHECKOUT.path(exercise.solution())).exists();
    assertThat(exercise.page().minutes()).isBetween(1, 60);
    assertThat(exercise.page().hints()).doesNotHaveDuplicates();
    String starter = CHECKOUT.text(exercise.starter());
    assertThat(starter.lines().count())
        .as("lines of the starter")
        .isLessThanOrEqualTo(MOST_STARTER_LINES);
    if (!exercise.id().toString().equals("01-0")) {
      assertThat(starter)
          .contains("// TODO(" + exercise.id() + "): ")
          .contains("UnsupportedOperationException(\"TODO(" + exercise.id() + "): ");
    }
    assertThat(CHECKOUT.text(exercise.solution()))
        .doesNotContain("TODO(")
        // It must also compile in place of the starter, without the other solutions.
        .doesNotContainPattern("(?m)^import (?!(static )?(java|io\\.vertx|workshop)\\.)");
  }

  /**
   * The calls with which a suite waits for a quiet program. Other waits, such as deadlines, have no
   * such names.
   */
  private static final Pattern QUIET = Pattern.compile("\\b(awaitNoMoreThan|sleepWhile)\\(");

  @TestFactory
  Stream<DynamicNode> a_suite_that_pays_for_quiet_is_declared_as_one_that_waits() {
    return catalog.exercises().stream()
        .map(e ->
            DynamicTest.dynamicTest(
                e.suiteFile(),
                () -> {
                  if (QUIET.matcher(CHECKOUT.text(e.suiteFile())).find()) {
                    assertThat(e.page().waits()).as("waits, in " + e.pageFile()).isPresent();
                  }
                }));
  }

  @Test
  void no_two_exercises_share_a_file_or_a_suite() {
    Map<String, Exercise> files = new HashMap<>();
    Set<String> suites = new HashSet<>();
    for (Exercise exercise : catalog.exercises()) {
      assertThat(files.put(exercise.file(), exercise)).as(exercise.file()).isNull();
      assertThat(suites.add(exercise.suiteClass())).as(exercise.suiteClass()).isTrue();
    }
  }

  @Test
  void every_starter_has_a_page() throws IOException {
    Set<String> declared = new HashSet<>();
    catalog.exercises().forEach(e -> declared.add(e.starter()));
    for (String module : catalog.exercises().stream().map(Exercise::module).distinct().toList()) {
      try (Stream<Path> starters = Files.list(CHECKOUT.path(module + "/starters"))) {
        assertThat(starters.map(CHECKOUT::relative)).isSubsetOf(declared);
      }
    }
  }

  @TestFactory
  @EnabledIfEnvironmentVariable(
      named = "CI",
      matches = "true",
      disabledReason = "a learner's files are his own; CI=true compares them with the starters")
  Stream<DynamicNode> every_exercise_starts_as_its_starter() {
    return catalog.exercises().stream()
        .map(e ->
            DynamicTest.dynamicTest(
                e.file(),
                () -> assertThat(CHECKOUT.text(e.file())).isEqualTo(CHECKOUT.text(e.starter()))));
  }
}
