package workshop.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk needs only the JDK, and works in another project's tests with plain JUnit. */
class SampleProjectTest {

  private static final Path SOURCES = Path.of("src/main/java");

  @TempDir Path folder;

  @Test
  void another_project_holds_a_write_with_plain_junit() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    compile(sources(SOURCES), "", disk);

    String junit = junit();
    Path sample = Files.createDirectory(folder.resolve("sample"));
    String classPath = disk + File.pathSeparator + junit;
    compile(sources(Path.of("src/test/resources/sample")), classPath, sample);
    Process tests =
        LockHolder.java(Disk.OPTION, "-cp", sample + File.pathSeparator + classPath, "sample.Main")
            .redirectErrorStream(true)
            .start();

    String said = new String(tests.getInputStream().readAllBytes());
    assertThat(tests.waitFor()).as(said).isZero();
    assertThat(said).contains("2 tests passed, 0 failed");
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }

  private static void compile(List<Path> sources, String classPath, Path into) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-d", into.toString(), "-cp", classPath, "-proc:none", "-nowarn");
      boolean compiled =
          compiler
              .getTask(
                  errors, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(errors.toString()).isTrue();
    }
  }

  private static String junit() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.matches(".*(junit-|opentest4j|apiguardian|jspecify)[^/\\\\]*\\.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
