package workshop.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with a JDK and a Maven that only print how they were called. */
class ScriptTest {

  private record Ended(int exitCode, String out, String err) {}

  private Path folder;
  private Path root;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void set_out(@TempDir Path temporary) throws IOException {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "needs a POSIX shell");
    folder = temporary;
    root = Files.createDirectories(folder.resolve("a work shop"));
    Path script = Path.of("").toAbsolutePath().resolveSibling("workshop");
    Files.copy(script, root.resolve("workshop"));
    assertThat(root.resolve("workshop").toFile().setExecutable(true)).isTrue();
    for (String source :
        List.of(
            "disk/src/main",
            "testkit/src/main",
            "runner/src/main",
            "runner/src/test",
            "comparison/src/main")) {
      Files.createDirectories(root.resolve(source));
    }
    for (String source : List.of("pom.xml", "disk/pom.xml", "testkit/pom.xml", "runner/pom.xml")) {
      Files.writeString(root.resolve(source), "<project/>");
    }
    environment.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    environment.put("HOME", folder.toString());
    environment.put("WORKSHOP_JDKS", "");
    maven(
        """
        echo "$@" >>maven.arguments
        mkdir -p disk/target runner/target testkit/target
        : >disk/target/disk.jar
        : >runner/target/runner.jar
        : >testkit/target/testkit.jar
        echo '[INFO] --- jar:3 (default) @ runner ---'\
        """);
  }

  @Test
  void the_first_start_builds_and_the_second_does_not() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());

    assertThat(start("list").err()).contains("Building the workshop");
    Ended second = start("list", "--json", "with a blank");

    assertThat(second.err()).isEmpty();
    assertThat(second.out())
        .contains("workshop.runner.Main", "<list>", "<--json>", "<with a blank>")
        .contains("<-Dworkshop.root=" + root + ">");
  }

  @Test
  void another_source_is_built_again_however_old_it_is() throws Exception {
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
  void what_the_command_does_not_need_is_neither_built_nor_looked_at() throws Exception {
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
  void what_was_cleaned_away_in_part_is_built_again() throws Exception {
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
  void options_from_outside_do_not_reach_the_command() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
      environment.put(name, "-XX:+UseZGC");
    }

    assertThat(start("list").out()).contains("options of Java: ...\n");
  }

  @Test
  void another_folder_for_temporary_files_is_handed_over_if_it_exists() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    environment.put("TMPDIR", folder.toString());
    assertThat(start("list").out()).contains("<-Djava.io.tmpdir=" + folder + ">");

    environment.put("TMPDIR", folder.resolve("gone").toString());
    assertThat(start("list").out()).doesNotContain("java.io.tmpdir");
  }

  @Test
  void a_compiler_that_is_the_shim_of_a_version_manager_is_asked_where_it_leads() throws Exception {
    Path jdk = jdk("25.0.1");
    program(
        folder.resolve("bin/javac"), "echo '    java.home = " + jdk + "' >&2; echo javac 25 >&2");

    assertThat(start("list").out()).contains("java of " + jdk);
  }

  @Test
  void the_exit_code_of_the_command_is_the_scripts() throws Exception {
    environment.put("JAVA_HOME", jdk("25.0.1").toString());
    environment.put("FAKE_EXIT", "1");

    assertThat(start("run").exitCode()).isEqualTo(1);
  }

  @Test
  void a_java_home_that_is_too_old_is_skipped_for_one_in_the_usual_folders() throws Exception {
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
  void it_works_without_a_home() throws Exception {
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
  void a_path_that_is_not_ascii_gets_a_locale_that_can_tell_it() throws Exception {
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
  void a_build_that_fails_shows_its_last_words_and_is_tried_again() throws Exception {
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
    // Not even root can write into a folder whose place is taken by a file.
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

  private Path jdk(String version) throws IOException {
    Path jdk = Files.createDirectories(folder.resolve("jdk-" + version));
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    program(jdk.resolve("bin/javac"), "exit 0");
    program(
        jdk.resolve("bin/java"),
        "echo 'java of "
            + jdk
            + "'; echo \"options of Java: .${JAVA_TOOL_OPTIONS:-}.${JDK_JAVA_OPTIONS:-}.${_JAVA_OPTIONS:-}\"; echo \"locale ${LC_ALL:-}\"; for a in \"$@\"; do echo \"<$a>\"; done; exit ${FAKE_EXIT:-0}");
    return jdk;
  }

  private void maven(String does) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    program(folder.resolve("bin/mvn"), does);
  }

  private static void program(Path file, String does) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + does + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** The tools that the script needs, from a folder that has no Maven. */
  private String pathWithoutMaven() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        List.of(
            "sh",
            "dirname",
            "sed",
            "find",
            "head",
            "cat",
            "mkdir",
            "tee",
            "tail",
            "grep",
            "mv",
            "rm",
            "stty",
            "sort",
            "cksum",
            "readlink")) {
      Path found =
          Stream.of("/usr/bin", "/bin")
              .map(place -> Path.of(place, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      program(tools.resolve(tool), "exec " + found + " \"$@\"");
    }
    return tools.toString();
  }

  private Ended start(String... arguments) throws Exception {
    return startIn(root, arguments);
  }

  private Ended startIn(Path where, String... arguments) throws Exception {
    return startAs(root.resolve("workshop"), where, arguments);
  }

  private Ended startAs(Path script, Path where, String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the script ends").isTrue();
    return new Ended(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
