package workshop.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The layers of the testkit, as docs/architecture.md draws them. */
class LayersTest {

  private static final JavaClasses TESTKIT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("workshop.disk", "workshop.testkit");

  @Test
  void the_disk_uses_the_jdk_alone() {
    classes()
        .that()
        .resideInAPackage("workshop.disk..")
        .should()
        .onlyDependOnClassesThat(resideInAPackage("workshop.disk..").or(resideInAPackage("java..")))
        .check(TESTKIT);
    noClasses()
        .that()
        .resideInAPackage("workshop.disk.filter")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("workshop.disk")
        .check(TESTKIT);
  }

  @Test
  void each_layer_uses_only_lower_layers() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("disk")
        .definedBy("workshop.disk..")
        .layer("diagnosis")
        .definedBy("workshop.testkit.diagnosis..")
        .layer("thread")
        .definedBy("workshop.testkit.thread..")
        .layer("http")
        .definedBy("workshop.testkit.http..")
        .layer("timeline")
        .definedBy("workshop.testkit.timeline..")
        .layer("assertion")
        .definedBy("workshop.testkit.assertion..")
        .layer("exercise")
        .definedBy("workshop.testkit.exercise..")
        .whereLayer("diagnosis")
        .mayNotAccessAnyLayer()
        .whereLayer("thread")
        .mayOnlyAccessLayers("disk", "diagnosis")
        .whereLayer("http")
        .mayOnlyAccessLayers("disk", "diagnosis", "thread")
        .whereLayer("timeline")
        .mayOnlyAccessLayers("disk", "diagnosis", "thread")
        .whereLayer("assertion")
        .mayOnlyAccessLayers("disk", "diagnosis", "thread", "http")
        .whereLayer("exercise")
        .mayNotBeAccessedByAnyLayer()
        .check(TESTKIT);
  }

  @Test
  void packages_have_no_cyclic_dependencies() {
    slices().matching("workshop.(**)").should().beFreeOfCycles().check(TESTKIT);
  }

  @Test
  void each_library_is_used_only_in_its_layer() {
    only("org.junit..", "workshop.testkit.exercise..");
    only("org.assertj..", "workshop.testkit.assertion..", "workshop.testkit.exercise..");
    only("io.vertx..", "workshop.testkit.http..", "workshop.testkit.exercise..");
    only("org.awaitility..", "workshop.testkit.thread..", "workshop.testkit.exercise..");
  }

  private static void only(String library, String... layers) {
    noClasses()
        .that()
        .resideOutsideOfPackages(layers)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(TESTKIT);
  }
}
