package workshop.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** When the script builds, and what it passes to the command. */
@Execution(ExecutionMode.CONCURRENT)
class ScriptTest extends ScriptFixture {

  @Test
  void only_the_first_start_builds() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());

    assertThat(start("list").err()).contains("Building the workshop");
    Ended second = start("list", "--json", "with a blank");

    assertThat(second.err()).isEmpty();
    assertThat(second.out())
        .contains("workshop.runner.Main", "<list>", "<--json>", "<with a blank>")
        .contains("<-Dworkshop.root=" + root + ">");
  }

  @Test
  void a_changed_source_is_built_again_however_old_its_date() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    start("list");
    source("runner/src/main/New.java", "new", Instant.EPOCH);
    assertThat(start("list").err()).contains("Building the workshop");

    // As if a checkout were unpacked over an older one.
    source("runner/src/main/New.java", "old", Instant.EPOCH);
    assertThat(start("list").err()).contains("Building the workshop");

    Files.delete(root.resolve("runner/src/main/New.java"));
    assertThat(start("list").err()).contains("Building the workshop");
  }

  @Test
  void a_source_dated_tomorrow_is_built_once() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    source("runner/src/main/New.java", "new", Instant.now().plusSeconds(86_400));
    assertThat(start("list").err()).contains("Building the workshop");

    assertThat(start("list").err()).isEmpty();
  }

  @Test
  void sources_the_command_does_not_need_are_neither_built_nor_checked() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    start("list");
    assertThat(root.resolve("maven.arguments"))
        .content()
        .contains("-pl runner -am")
        .doesNotContain("comparison");
    source("comparison/src/main/New.java", "new", Instant.now());
    source("runner/src/test/New.java", "new", Instant.now());

    assertThat(start("list").err()).isEmpty();
  }

  @Test
  void a_partly_deleted_build_is_repeated() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    start("list");
    Files.delete(root.resolve("testkit/target/testkit.jar"));

    assertThat(start("list").err()).contains("Building the workshop");
  }

  private void source(String name, String text, Instant modified) throws IOException {
    Path source = root.resolve(name);
    Files.writeString(source, text);
    Files.setLastModifiedTime(source, FileTime.from(modified));
  }

  @Test
  void it_works_through_symbolic_links() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    Path bin = Files.createDirectories(folder.resolve("home/bin"));
    Files.createSymbolicLink(bin.resolve("first"), root.resolve("workshop"));
    Files.createSymbolicLink(bin.resolve("workshop"), Path.of("first"));

    Ended ended = startAs(bin.resolve("workshop"), folder, "list");

    assertThat(ended.out()).contains("<-Dworkshop.root=" + root + ">");
  }

  @Test
  void java_options_in_the_environment_do_not_reach_the_command() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
      environment.put(name, "-XX:+UseZGC");
    }

    assertThat(start("list").out()).contains("options of Java: ...\n");
  }

  @Test
  void a_custom_temporary_folder_is_passed_on_if_it_exists() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    environment.put("TMPDIR", folder.toString());
    assertThat(start("list").out()).contains("<-Djava.io.tmpdir=" + folder + ">");

    environment.put("TMPDIR", folder.resolve("gone").toString());
    assertThat(start("list").out()).doesNotContain("java.io.tmpdir");
  }

  @Test
  void the_script_exits_with_the_exit_code_of_the_command() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    environment.put("FAKE_EXIT", "1");

    assertThat(start("run").exitCode()).isEqualTo(1);
  }

  @Test
  void it_works_without_a_home_directory() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    environment.remove("HOME");
    assertThat(start("list").exitCode()).isZero();

    // Now it has to search the usual folders, including those in the home folder.
    environment.remove("JAVA_HOME");
    environment.remove("WORKSHOP_JDKS");
    environment.put("PATH", pathWithoutMaven());
    assertThat(start("list").err()).doesNotContain("HOME: ");
  }

  @Test
  void a_path_with_a_colon_is_reported_in_one_sentence_before_anything_is_built() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    Path odd = folder.resolve("work: shop");
    Files.move(root, odd);
    root = odd;

    Ended ended = start("list");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().strip().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains(odd.toString(), "has a colon");
    assertThat(odd.resolve("maven.arguments")).doesNotExist();
  }

  @Test
  void a_path_that_is_not_ascii_gets_a_locale_that_can_encode_it() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    environment.put("LC_ALL", "C");
    assumeTrue(
        "UTF-8".equals(System.getProperty("sun.jnu.encoding")), "needs such a name for a folder");
    locales("C\nC.utf8\nPOSIX");
    assertThat(start("list").out()).contains("locale C\n");

    Files.move(root, folder.resolve("w\u00f6rkshop"));
    root = folder.resolve("w\u00f6rkshop");

    assertThat(start("list").out()).contains("locale C.utf8\n");

    locales("C\nPOSIX");
    Ended ended = start("list");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("no UTF-8 locale");
  }

  private void locales(String all) throws IOException {
    program(
        folder.resolve("bin/locale"),
        "if [ $1 = charmap ]; then echo ANSI_X3.4-1968; else printf '" + all + "\n'; fi");
  }

  @Test
  void without_maven_one_screen_says_how_to_get_it() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    Files.delete(folder.resolve("bin/mvn"));
    environment.put("PATH", pathWithoutMaven());

    Ended ended = start("list");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("needs Apache Maven 3.8", "sdk install maven");
  }

  @Test
  void a_failed_build_shows_its_last_lines_and_is_tried_again() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    maven("echo '[INFO] much'; echo '[ERROR] it is broken'; exit 1");

    Ended ended = start("list");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .contains("The build failed", "[ERROR] it is broken", "runner/target/build.log")
        .doesNotContain("much");
    assertThat(root.resolve("runner/target/build.log")).content().contains("much");
    assertThat(start("list").err()).contains("Building the workshop");
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_reported_in_one_sentence() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    // Not even root can write into a folder if a file is in its place.
    Files.writeString(root.resolve("runner/target"), "");

    Ended ended = start("list");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().strip().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("cannot be written");
  }

  @Test
  void a_log_that_cannot_be_written_is_reported_in_the_same_sentence() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    Files.createDirectories(root.resolve("runner/target/build.log"));

    Ended ended = start("list");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().strip().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("cannot be written");
  }

  @Test
  void it_works_from_any_folder() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());

    assertThat(startIn(folder, "list").out()).contains("<-Dworkshop.root=" + root + ">");
  }
}
