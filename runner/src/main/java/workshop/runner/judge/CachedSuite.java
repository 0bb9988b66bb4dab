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
import org.jspecify.annotations.Nullable;
import workshop.runner.course.ExerciseId;

/** A compiled suite that the next answer may reuse. For one thread. */
final class CachedSuite {

  /** The sizes and times of files at the moment when the suite was compiled. */
  record Sources(Map<Path, List<Long>> looks) {

    Sources {
      looks = Map.copyOf(looks);
    }

    /** Looks at all sources under {@code roots} but one. */
    static Sources under(List<Path> roots, Path left) throws IOException {
      Map<Path, List<Long>> looks = new HashMap<>();
      for (Path root : roots) {
        try (Stream<Path> all = Files.walk(root)) {
          for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
            looks.put(file, look(file));
          }
        }
      }
      looks.remove(left);
      return new Sources(looks);
    }

    private static List<Long> look(Path file) throws IOException {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(seen.lastModifiedTime().to(TimeUnit.NANOSECONDS), seen.size());
    }
  }

  private final ExerciseId id;
  private final Sources others;
  private final ExerciseCompiler.Compiled compiled;

  /** The API of the answer that the suite was compiled against; read when first needed. */
  private @Nullable ClassApi surface;

  /**
   * Stores a suite that was compiled with an answer.
   *
   * @param others the files that both may have used, without the answer's own
   */
  CachedSuite(ExerciseId id, Sources others, ExerciseCompiler.Compiled compiled) {
    this.id = id;
    this.others = others;
    this.compiled = compiled;
  }

  /** Returns whether compiling the suite again for this answer would give the same classes. */
  boolean fits(ExerciseId otherId, Sources otherFiles, Path answer) throws IOException {
    if (!id.equals(otherId) || !others.equals(otherFiles)) {
      return false;
    }
    if (surface == null) {
      surface = ClassApi.of(compiled.classes().getFirst());
    }
    return ClassApi.of(answer).equals(surface);
  }

  /** Returns the folder with the suite's classes. */
  Path classes() {
    return compiled.classes().getLast();
  }

  /** Returns the folder that must not be deleted while the suite is cached. */
  Path folder() {
    return compiled.folder();
  }
}
