package workshop.runner;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import workshop.runner.watch.Effect;
import workshop.runner.watch.Event;
import workshop.runner.watch.Key;
import workshop.runner.watch.Panel;
import workshop.runner.watch.Session;

/** Which packages may use which others, and which may use files, processes, clocks and threads. */
class ArchitectureTest {

  private static final JavaClasses RUNNER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("workshop.runner");

  /** From bottom to top: a layer uses only those before it. */
  private static final List<String> LAYERS =
      List.of("course", "worker", "judge", "watch", "ui", "cli");

  @Test
  void there_is_something_to_check() {
    assertThat(RUNNER.size()).isGreaterThan(60);
    assertThat(LAYERS)
        .allSatisfy(layer ->
            assertThat(RUNNER.stream().filter(resideInAPackage("workshop.runner." + layer)).count())
                .as(layer)
                .isGreaterThan(5));
  }

  @Test
  void a_layer_knows_only_those_below_it() {
    for (int i = 0; i < LAYERS.size(); i++) {
      String[] above =
          LAYERS.subList(i + 1, LAYERS.size()).stream()
              .map(layer -> "workshop.runner." + layer)
              .toArray(String[]::new);
      if (above.length > 0) {
        noClasses()
            .that()
            .resideInAPackage("workshop.runner." + LAYERS.get(i))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(above)
            .check(RUNNER);
      }
    }
  }

  @Test
  void a_session_is_a_state_machine_without_processes_clocks_threads_and_files() {
    noClasses()
        .that()
        .belongToAnyOf(Session.class, Event.class, Effect.class, Panel.class, Key.class)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(System.class, Thread.class, Process.class, PrintStream.class, Files.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.time..", "java.net..", "java.util.concurrent..", "org.jline..")
        .check(RUNNER);
  }

  @Test
  void only_main_ends_the_jvm_with_an_exit_code() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(RUNNER);
  }

  @Test
  void only_the_testkit_dumps_threads() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(HotSpotDiagnosticMXBean.class)
        .check(RUNNER);
  }

  @Test
  void a_worker_needs_nothing_that_slows_its_start() {
    noClasses()
        .that()
        .resideInAPackage("workshop.runner.worker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("workshop.runner.course", "org.jline..", "io.methvin..")
        .check(RUNNER);
  }

  @Test
  void every_package_is_null_marked() {
    List<String> unmarked =
        RUNNER.stream()
            .map(type -> type.getPackage())
            .filter(found -> !found.isAnnotatedWith(NullMarked.class))
            .map(found -> found.getName())
            .distinct()
            .toList();

    assertThat(unmarked).isEmpty();
  }
}
