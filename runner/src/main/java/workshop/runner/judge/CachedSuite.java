package workshop.runner.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import workshop.runner.course.ExerciseId;

/**
 * A compiled suite that the next answer may reuse.
 *
 * @param key what the suite was compiled from
 */
record CachedSuite(Key key, ExerciseCompiler.Compiled compiled) {

  /**
   * What the classes of a suite depend on. Compiling it again for an equal key gives the same.
   *
   * @param answer the API of the answer's classes
   * @param others the times and sizes of the other sources that suite and answer may use
   */
  record Key(ExerciseId id, ClassApi answer, Map<Path, List<Long>> others) {

    Key {
      others = Map.copyOf(others);
    }
  }

  /** Looks at all sources under {@code roots}. */
  static Map<Path, List<Long>> look(List<Path> roots) throws IOException {
    Map<Path, List<Long>> looks = new HashMap<>();
    for (Path root : roots) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
          BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
          looks.put(file, List.of(seen.lastModifiedTime().to(TimeUnit.NANOSECONDS), seen.size()));
        }
      }
    }
    return looks;
  }
}
