package workshop.testkit.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the suite of an exercise.
 *
 * <p>Each test may ask for a {@link workshop.disk.Disk}: an empty directory of its own whose every
 * operation is seen. After each test nobody may be left behind: every gate is opened, every file
 * that was opened must be closed, every thread that was started must have ended. Tests run in the
 * order in which one learns, given by {@link org.junit.jupiter.api.Order}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ExerciseExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(Sentences.class)
public @interface ExerciseSuite {

  /** Whether this is a warm-up that is solved from the start, with nothing to get wrong. */
  boolean warmUp() default false;
}
