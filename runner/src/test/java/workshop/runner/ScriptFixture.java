package workshop.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A checkout whose JDK and Maven only print how they were called, and the start script. */
abstract class ScriptFixture {

  record Ended(int exitCode, String out, String err) {}

  Path folder;
  Path root;
  final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void set_up(@TempDir Path temporary) throws IOException {
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

  Path jdk(String version) throws IOException {
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

  void maven(String does) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    program(folder.resolve("bin/mvn"), does);
  }

  static void program(Path file, String does) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + does + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** The tools that the script needs, from a folder that has no Maven. */
  String pathWithoutMaven() throws IOException {
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

  Ended start(String... arguments) throws Exception {
    return startIn(root, arguments);
  }

  Ended startIn(Path where, String... arguments) throws Exception {
    return startAs(root.resolve("workshop"), where, arguments);
  }

  Ended startAs(Path script, Path where, String... arguments) throws Exception {
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
