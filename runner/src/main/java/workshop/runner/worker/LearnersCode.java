package workshop.runner.worker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * Tells the learner's code from that of the suite, which has the same class loader.
 *
 * @param suiteFiles the source files of the suite and its helpers, which are not the learner's
 */
public record LearnersCode(Set<String> suiteFiles) {

  public LearnersCode {
    suiteFiles = Set.copyOf(suiteFiles);
  }

  /**
   * Returns whether the learner wrote this code. The class that the JVM creates for a lambda has no
   * source file, but the method with the lambda's body has one.
   */
  public boolean contains(StackTraceElement frame) {
    return StackTraces.EXERCISE.equals(frame.getClassLoaderName())
        && !frame.getClassName().contains("$$Lambda")
        && frame.getFileName() != null
        && !suiteFiles.contains(frame.getFileName());
  }

  /** Returns the learner's innermost line; empty if there is none. */
  Optional<StackTraceElement> line(List<StackTraceElement> frames) {
    return frames.stream().filter(this::contains).findFirst();
  }

  /**
   * Returns that line in the form that follows a verb: {@code " at Offload.java:23"}; empty if
   * there is none.
   */
  String at(List<StackTraceElement> frames) {
    return line(frames).map(f -> " at " + LearnerFrames.place(f)).orElse("");
  }
}
