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
 * <p>A test can have a parameter of type {@link workshop.disk.Disk}: an empty watched directory.
 * After each test all gates are opened. Every file must then be closed, and every thread must have
 * ended. Tests run in the order of {@link org.junit.jupiter.api.Order}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ExerciseExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(Sentences.class)
public @interface ExerciseSuite {

  /** Whether the exercise is a warm-up that is solved from the start. */
  boolean warmUp() default false;
}
