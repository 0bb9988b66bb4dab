package workshop.runner.judge;

import java.nio.file.Path;
import java.util.Map;
import workshop.runner.course.ExerciseId;
import workshop.runner.course.SourceFiles;

/** A compiled suite that the next answer may reuse. */
record CachedSuite(Key key, ExerciseCompiler.Compiled compiled) {

  /**
   * What the classes of a suite depend on. Compiling it again for an equal key gives the same.
   *
   * @param answer the API of the answer's classes
   * @param others the other sources that the suite and the answer may use
   */
  record Key(ExerciseId id, ClassApi answer, Map<Path, SourceFiles.Look> others) {

    Key {
      others = Map.copyOf(others);
    }
  }
}
