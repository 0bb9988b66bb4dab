package workshop.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Which JDK the script finds, and its message if there is none. */
@Execution(ExecutionMode.CONCURRENT)
class ScriptFindsJdkTest extends ScriptFixture {

  @Test
  void the_shim_of_a_version_manager_is_resolved_to_its_jdk() throws Exception {
    Path jdk = jdk("25.0.1");
    program(
        folder.resolve("bin/javac"), "echo '    java.home = " + jdk + "' >&2; echo javac 25 >&2");

    assertThat(start("list").out()).contains("java of " + jdk);
  }

  @Test
  void a_java_home_that_is_too_old_is_skipped_in_favor_of_the_usual_folders() throws Exception {
    environment.put("JAVA_HOME", jdk("17.0.9").toString());
    Path newer = jdk("27-ea");
    environment.put("WORKSHOP_JDKS", jdk("1.8.0_402") + " " + newer);

    assertThat(start("list").out()).contains("java of " + newer);
  }

  @Test
  void the_workshops_own_setting_has_precedence() throws Exception {
    Path wanted = jdk("26");
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    environment.put("WORKSHOP_JAVA_HOME", wanted.toString());

    assertThat(start("list").out()).contains("java of " + wanted);
  }

  @Test
  void a_wrong_setting_of_the_workshop_is_not_ignored() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());

    for (String wrong : List.of("/nonsense", jdk("17.0.9").toString())) {
      environment.put("WORKSHOP_JAVA_HOME", wrong);
      Ended ended = start("list");
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).contains("WORKSHOP_JAVA_HOME is " + wrong, "unset it");
    }
    assertThat(start("list").err()).contains("it is Java 17");
  }

  @Test
  void the_compiler_on_the_path_leads_to_its_jdk() throws Exception {
    Path jdk = jdk("25.0.1");
    Files.createSymbolicLink(folder.resolve("bin/javac"), jdk.resolve("bin/javac"));

    assertThat(start("list").out()).contains("java of " + jdk);
  }

  @Test
  void a_runtime_without_a_compiler_is_not_a_jdk() throws Exception {
    Path runtime = jdk("25.0.1");
    Files.delete(runtime.resolve("bin/javac"));
    environment.put("JAVA_HOME", runtime.toString());

    assertThat(start("list").exitCode()).isEqualTo(2);
  }

  @Test
  void without_a_jdk_one_screen_says_how_to_get_it() throws Exception {
    Path old = jdk("17.0.9");
    environment.put("JAVA_HOME", old.toString());

    Ended ended = start("list");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("needs a JDK, version 25", old + " (Java 17)", "sdk install java", "adoptium")
        .contains("WORKSHOP_JAVA_HOME=");
    assertThat(ended.err().lines().count()).isLessThan(24);
  }
}
