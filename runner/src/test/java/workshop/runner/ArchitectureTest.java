package workshop.runner;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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

/** The house's own rules: who may know whom, and who may know the world outside. */
class ArchitectureTest {

  private static final JavaClasses RUNNER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("workshop.runner");

  private static final String[] PURE = {
    "workshop.runner.core..", "workshop.runner.view..", "workshop.runner.watch.."
  };

  @Test
  void there_is_something_to_judge() {
    assertThat(RUNNER.size()).isGreaterThan(60);
    assertThat(RUNNER.stream().filter(resideInAnyPackage(PURE)).count()).isGreaterThan(30);
  }

  @Test
  void the_core_knows_no_terminal_no_process_no_clock_no_file() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            System.class,
            IO.class,
            Thread.class,
            Process.class,
            ProcessBuilder.class,
            Runtime.class,
            PrintStream.class,
            Files.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.time..", "java.net..", "java.util.concurrent..", "org.jline..")
        .check(RUNNER);
  }

  @Test
  void the_core_knows_nothing_of_those_who_use_it() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "workshop.runner.command..",
            "workshop.runner.engine..",
            "workshop.runner.checkout..",
            "workshop.runner.terminal..",
            "workshop.runner.worker..",
            "workshop.runner.port..")
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
  void threads_are_dumped_by_the_testkit_only_which_knows_when_the_jvm_survives_it() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(HotSpotDiagnosticMXBean.class)
        .check(RUNNER);
  }

  @Test
  void a_worker_knows_no_terminal_and_no_command() {
    noClasses()
        .that()
        .resideInAPackage("workshop.runner.worker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "workshop.runner.command..",
            "workshop.runner.engine..",
            "workshop.runner.checkout..",
            "workshop.runner.terminal..",
            "org.jline..",
            "io.methvin..")
        .check(RUNNER);
  }

  @Test
  void packages_form_no_cycles() {
    slices().matching("workshop.runner.(*)..").should().beFreeOfCycles().check(RUNNER);
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

  @Test
  void ports_are_interfaces() {
    classes()
        .that()
        .resideInAPackage("workshop.runner.port")
        .and()
        .areTopLevelClasses()
        .and()
        .haveSimpleNameNotEndingWith("package-info")
        .should()
        .beInterfaces()
        .check(RUNNER);
  }
}
